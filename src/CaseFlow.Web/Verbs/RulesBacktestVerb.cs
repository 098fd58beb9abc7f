using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;

namespace CaseFlow.Web.Verbs;

/// <summary><c>rules backtest</c>: what other rule files would have given over a past period.</summary>
internal static class RulesBacktestVerb
{
    public static Command Make(VerbFrame frame)
    {
        var rules = new Option<string>("--rules") { Description = "The folder of the rule files to be tried.", Required = true };
        var from = Day("--from", "The first day of the period.");
        var to = Day("--to", "The last day of the period.");
        var each = new Option<int>("--tasks-each")
        {
            Description = "How many tasks of cases a counselor gets through in a week.",
            DefaultValueFactory = _ => BacktestQuestion.UsualTasksEach,
        };
        var verb = new Command("backtest", "Shows which flags and cases other rule files would have given, beside those in force.") { rules, from, to, each };
        each.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } text }] && !(int.TryParse(text, CultureInfo.InvariantCulture, out var tasks) && tasks >= 1))
                result.AddError("--tasks-each must be a whole number from 1 on.");
        });
        verb.Validators.Add(result =>
        {
            if (Parse(result.GetValue(from)) is { } first && Parse(result.GetValue(to)) is { } last && first > last)
                result.AddError($"--from {first:yyyy-MM-dd} lies after --to {last:yyyy-MM-dd}.");
        });
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            var runtime = services.GetRequiredService<CareRuntime>();
            var question = new BacktestQuestion(
                Parse(parsed.GetValue(from))!.Value, Parse(parsed.GetValue(to))!.Value, parsed.GetValue(each));
            if (question.To > DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(runtime.Now, runtime.Zone).DateTime))
            {
                output.Say($"--to {question.To:yyyy-MM-dd} lies in the future: a backtest looks at a past period.");
                return 2;
            }

            var other = CarePolicyFiles.Load(parsed.GetRequiredValue(rules));
            var report = await output.WithProgressAsync(
                "backtest", progress => services.GetRequiredService<Backtest>().RunAsync(other, question, progress, cancel: cancel));
            foreach (var failure in report.Failures)
                output.Say($"{failure.Student}, {failure.Day:yyyy-MM-dd}: the rule '{failure.Rule}' ({failure.File}) failed: {failure.Message}");
            output.Result(report, Lines(report));
            return report.Failures.Count > 0 ? 1 : 0;
        });
        return verb;
    }

    private static Option<string> Day(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [{ Value: { } text }] && Parse(text) is null)
                    result.AddError($"{name} '{text}' is no date; write for example 2026-03-02.");
            },
        },
    };

    private static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IEnumerable<string> Lines(BacktestReport r)
    {
        yield return $"{r.From:yyyy-MM-dd} to {r.To:yyyy-MM-dd}: {r.SchoolDays} school days, {r.Children} children";
        yield return $"flags: {r.Present.Flags} now, {r.Other.Flags} then: {r.FlagsNew.Count} new, {r.FlagsGone.Count} gone, {r.FlagsChanged.Count} of another severity";
        foreach (var f in r.FlagsNew)
            yield return $"  + {Flag(f)}";
        foreach (var f in r.FlagsGone)
            yield return $"  - {Flag(f)}";
        foreach (var f in r.FlagsChanged)
            yield return $"  ~ {Flag(f.Other)}, was severity {f.Present.Severity}";
        yield return $"levels: {r.LevelsChanged.Count} changes";
        foreach (var l in r.LevelsChanged)
            yield return $"  {l.Student}  {l.FirstDay:yyyy-MM-dd} to {l.LastDay:yyyy-MM-dd}: level {l.Present} -> {l.Other}";
        yield return $"cases: {r.Present.Cases} now, {r.Other.Cases} then: {r.CasesNew.Count} new, {r.CasesGone.Count} gone";
        foreach (var c in r.CasesNew)
            yield return $"  + {c.Student}  level {c.Level} on {c.OpenedOn:yyyy-MM-dd}";
        foreach (var c in r.CasesGone)
            yield return $"  - {c.Student}  level {c.Level} on {c.OpenedOn:yyyy-MM-dd}";
        foreach (var line in Load(r).Concat(Rules(r)))
            yield return line;
    }

    private static IEnumerable<string> Load(BacktestReport r)
    {
        yield return $"tasks a week (of counselors; {r.Capacity.Counselors} counselors get through {r.Capacity.Tasks}):";
        foreach (var w in r.Weeks)
        {
            yield return $"  {w.Monday:yyyy-MM-dd}  {w.Present.Tasks} ({w.Present.OfCounselors}) -> {w.Other.Tasks} ({w.Other.OfCounselors})"
                + (w.Other.OfCounselors > r.Capacity.Tasks ? "  above capacity" : "");
        }
    }

    private static IEnumerable<string> Rules(BacktestReport r)
    {
        yield return $"rules, where people have judged ({r.ConfirmedCases} confirmed cases):";
        foreach (var rule in r.Other.Rules)
        {
            var before = r.Present.Rules.FirstOrDefault(p => p.Rule == rule.Rule);
            yield return $"  {rule.Rule}: {(before is null ? "new" : Outcome(before))} -> {Outcome(rule)}";
        }
    }

    private static string Outcome(RuleOutcome rule) =>
        $"{rule.Flags} flags, {rule.Confirmed} right of {rule.Judged} judged, {rule.CasesForeseen} cases foreseen";

    private static string Flag(BacktestedFlag f) =>
        $"{f.Student}  {f.Rule} severity {f.Severity}, {f.FirstDay:yyyy-MM-dd} to {f.LastDay:yyyy-MM-dd}";
}
