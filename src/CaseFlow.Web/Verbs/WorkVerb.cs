using System.CommandLine;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Verbs;

/// <summary><c>work</c>: does all due work up to now once.</summary>
internal static class WorkVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var asOf = Verb.AsOf();
        var verb = new Command("work", "Does all due work up to now once (timers, reminders, tasks to issue, outbox) and stops.") { asOf };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            var runtime = services.GetRequiredService<CareRuntime>();
            _ = Verb.TryParse(parsed.GetValue(asOf), out var day, out var instant);
            var now = instant ?? runtime.Now;
            if (day is { } d)
            {
                using var db = runtime.Open();
                var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
                now = ScreeningMoment.EndOf(d, school.Time).Now;
            }

            var sweep = await services.GetRequiredService<DueSweep>().RunAsync(now, cancel: cancel);
            var delivered = await services.GetRequiredService<OutboxDelivery>().RunAsync(cancel: cancel);
            foreach (var (child, error) in sweep.Failed)
                output.Say($"{child.Value}: {error}");
            output.Result(
                new { now, children = sweep.Children, failed = sweep.Failed.Count, delivered },
                [$"{now:u}: {sweep.Children} children came up, {delivered} messages delivered"]);
            return sweep.Failed.Count > 0 ? 1 : 0;
        });
        add(verb);
    }
}
