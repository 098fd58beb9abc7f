using System.CommandLine;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Verbs;

/// <summary><c>screen</c>: evaluates the rules for every child.</summary>
internal static class ScreenVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var asOf = Verb.AsOf();
        var verb = new Command("screen", "Evaluates the rules for every child and opens or updates flags and cases.") { asOf };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            _ = Verb.TryParse(parsed.GetValue(asOf), out var day, out var instant);
            var now = instant ?? services.GetRequiredService<CareRuntime>().Now;
            var screening = services.GetRequiredService<SchoolScreening>();
            await services.GetRequiredService<RuleFileHistory>().KeepAsync(cancel);
            var report = await output.WithProgressAsync("screening", progress => screening.RunAsync(
                time => day is { } d ? ScreeningMoment.EndOf(d, time) : ScreeningMoment.At(now, time), progress, cancel: cancel));
            if (!report.Written)
                output.Say($"{report.AsOf:yyyy-MM-dd} lies before the latest screening: computed only, nothing was written.");
            foreach (var failure in report.Failures)
                output.Say($"{failure.Student}: the rule '{failure.Failure.Rule}' ({failure.Failure.File}) failed: {failure.Failure.Message}");
            foreach (var refused in report.Refused)
                output.Say($"{refused.Student}: {refused.Refusal.Words}");
            output.Result(ScreeningDocument.Of(report), Lines(report));
            return report.Failures.Count > 0 || report.Refused.Count > 0 ? 1 : 0;
        });
        add(verb);
    }

    private static IEnumerable<string> Lines(ScreeningReport report)
    {
        yield return $"{report.AsOf:yyyy-MM-dd}: {report.Children} children, {report.Flags.Count} active flags, "
            + $"{report.CasesOpened.Count} cases opened, {report.CasesUpdated.Count} updated";
        foreach (var level in report.Levels.OrderByDescending(l => l.Level).ThenBy(l => l.Student, StringComparer.Ordinal))
            yield return $"  {level.Student}  level {level.Level}  {string.Join("; ", report.Flags.Where(f => f.Student == level.Student).Select(f => f.Finding.Because.ToString()))}";
    }
}

/// <summary>A screening as the contract gives it in JSON.</summary>
internal static class ScreeningDocument
{
    public static object Of(ScreeningReport report) => new
    {
        asOf = report.AsOf,
        report.Children,
        report.Written,
        flags = report.Flags.Select(f => new
        {
            f.Student,
            f.Finding.Rule,
            f.Finding.Kind,
            f.Finding.Severity,
            f.Finding.Since,
            evidence = f.Finding.Evidence.Select(e => e.Words.ToString()),
            because = f.Finding.Because.ToString(),
            version = f.Finding.FileVersion,
        }),
        levels = report.Levels.Select(l => new { l.Student, l.Level }),
        casesOpened = report.CasesOpened.Select(Case),
        casesUpdated = report.CasesUpdated.Select(Case),
        failures = report.Failures.Select(f => new { f.Student, f.Failure.Rule, f.Failure.File, f.Failure.Message }),
    };

    private static object Case(ScreenedCase c) => new { c.Student, Case = c.Case.Value, c.Level };
}
