using System.CommandLine;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Verbs;

/// <summary><c>verify</c>: checks every invariant on the whole database.</summary>
internal static class VerifyVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var verb = new Command("verify", "Reads the whole database and checks every invariant of the engine and the journal's hash chain.");
        frame.Action(verb, async (_, services, output, cancel) =>
        {
            var verification = services.GetRequiredService<Verification>();
            var report = await output.WithProgressAsync("verifying", progress => verification.RunAsync(progress, cancel));
            output.Result(Document(report), Lines(report));
            return report.Ok ? 0 : 1;
        });
        add(verb);
    }

    internal static object Document(VerificationReport report) => new
    {
        report.Ok,
        @checked = new { report.Children, report.Cases, report.Events },
        invariants = report.Invariants.Select(i => new { i.Name, i.Ok, i.Checked, i.Broken }),
    };

    internal static IEnumerable<string> Lines(VerificationReport report) => report.Invariants
        .SelectMany(i => i.Broken.Select(b => $"    {b}").Prepend($"  {(i.Ok ? "ok    " : "BROKEN")} {i.Name} ({i.Checked})"))
        .Prepend($"{report.Children} children, {report.Cases} cases, {report.Events} events")
        .Append(report.Ok ? "Every invariant holds." : "Something is broken.");
}
