using System.CommandLine;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Verbs;

/// <summary><c>rules explain</c>: why a rule holds for a child, and why not, part by part.</summary>
internal static class RulesExplainVerb
{
    public static Command Make(VerbFrame frame)
    {
        var student = new Option<string>("--student") { Description = "The student number.", Required = true };
        var rule = new Option<string?>("--rule") { Description = "One rule in full; without it, all rules in short." };
        var asOf = Verb.AsOf();
        var verb = new Command("explain", "Shows why a rule holds for a child, or which part of its condition does not.") { student, rule, asOf };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            _ = Verb.TryParse(parsed.GetValue(asOf), out var day, out var instant);
            var now = instant ?? services.GetRequiredService<CareRuntime>().Now;
            var number = parsed.GetRequiredValue(student);
            var explained = await services.GetRequiredService<RuleExplanations>().OfAsync(
                number, time => day is { } d ? ScreeningMoment.EndOf(d, time) : ScreeningMoment.At(now, time), cancel);
            if (explained is null)
            {
                output.Say($"There is no pupil '{number}' at the school on that day.");
                return 1;
            }

            var wanted = parsed.GetValue(rule);
            var rules = explained.Rules.Where(r => wanted is null || r.Explanation.Rule == wanted).ToList();
            if (rules.Count == 0)
            {
                output.Say($"There is no rule '{wanted}'; the rules are {string.Join(", ", explained.Rules.Select(r => r.Explanation.Rule))}.");
                return 1;
            }

            output.Result(Document(explained, rules), wanted is null ? rules.Select(Short) : rules.SelectMany(Full));
            return 0;
        });
        return verb;
    }

    private static object Document(ExplainedChild child, IEnumerable<ExplainedRule> rules) => new
    {
        child.Student,
        asOf = child.Day,
        rules = rules.Select(r => new
        {
            r.Explanation.Rule,
            r.Explanation.Holds,
            active = r.IsActive,
            severity = r.Explanation.Found?.Severity,
            because = r.Explanation.Found?.Because.ToString(),
            version = r.Explanation.FileVersion,
            r.Explanation.Failure,
            answered = r.Answer,
            parts = r.Explanation.Parts.Select(p => new { p.Text, p.Holds, p.Failure, p.Values }),
            evidence = r.Explanation.Found?.Evidence.Select(e => e.Words.ToString()),
        }),
    };

    private static string Short(ExplainedRule rule) => rule.Explanation switch
    {
        { Failure: { } failure } why => $"  ! {why.Rule}: {failure}",
        { Found: { } found } why => $"  + {why.Rule}: severity {found.Severity}, {found.Because}{Closed(rule)}",
        { } why => $"  - {why.Rule}: {why.InTheWay.First()}",
    };

    private static IEnumerable<string> Full(ExplainedRule rule)
    {
        yield return Verdict(rule.Explanation) + Closed(rule);
        foreach (var part in rule.Explanation.Parts)
            yield return $"  {(part.Holds == true ? '+' : '-')} {part}";
        foreach (var evidence in rule.Explanation.Found?.Evidence ?? [])
            yield return $"    {evidence.Words}";
    }

    private static string Verdict(RuleExplanation why) => why switch
    {
        { Failure: { } failure } => $"{why.Rule} ({why.Title}) has no answer for this child: {failure}",
        { Found: { } found } => $"{why.Rule} ({why.Title}) holds, severity {found.Severity}: {found.Because}",
        _ => $"{why.Rule} ({why.Title}) does not hold:",
    };

    private static string Closed(ExplainedRule rule) =>
        rule.Answer is { } answer ? $" (answered on {answer.On:yyyy-MM-dd}: {answer.Response}; closed until something new is recorded)" : "";
}
