using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>The examples in a rule file.</summary>
/// <remarks>
/// What they expect is for the values that the file itself gives its parameters. Where a school has set other values the same facts are
/// used to see that the rule still works; that an example then comes out otherwise is what was wanted.
/// </remarks>
internal static class RuleExamples
{
    /// <summary>The examples of a rule as its file has it; reports every one that does not come out as the file says.</summary>
    public static IReadOnlyList<RuleExample> Check(FlagRule rule, FileNode node) =>
        [.. node.List("examples").Select(e => CheckOne(rule, e)).OfType<RuleExample>()];

    /// <summary>Why a rule with other values cannot be used; null where it can.</summary>
    public static string? Trouble(FlagRule set, FlagRule asInFile, FileNode node)
    {
        try
        {
            foreach (var example in node.List("examples"))
                _ = set.SeverityOf(ExampleFacts.Read(example.Maybe("given")!));
            var nothing = ExampleFacts.Nothing;
            return set.Holds(nothing) && !asInFile.Holds(nothing) ? "it would hold for every child of whom nothing is on record" : null;
        }
        catch (CelEvaluationException e)
        {
            return e.Message;
        }
    }

    /// <summary>The examples of a rule that works with other values, and what comes out with those.</summary>
    public static IReadOnlyList<RuleExample> Compare(FlagRule asInFile, FlagRule set, FileNode node) =>
        [.. asInFile.Text.Examples.Zip(node.List("examples"), (e, at) => e with { InForce = set.SeverityOf(ExampleFacts.Read(at.Maybe("given")!)) })];

    private static RuleExample? CheckOne(FlagRule rule, FileNode example)
    {
        example.Knows("given", "expect");
        if (example.Need("given") is not { } given || example.Need("expect") is not { } expect)
            return null;
        var wanted = expect.IsMapping ? (int?)(expect.Knows("severity").Need("severity")?.AsValue() as long?) : null;
        if (wanted is null && (expect.IsMapping || expect.AsText() != "none"))
        {
            expect.Report("expected 'none' or { severity: 1 to 4 }");
            return null;
        }

        try
        {
            var found = rule.SeverityOf(ExampleFacts.Read(given));
            if (found != wanted)
                example.Report($"example of '{rule.Id}': expected {Say(wanted)}, found {Say(found)}");
            return new RuleExample(given.OnOneLine(), wanted, found);
        }
        catch (CelEvaluationException e)
        {
            example.Report($"example of '{rule.Id}' failed: {e.Message}");
            return null;
        }
    }

    private static string Say(int? severity) => severity is { } s ? $"severity {s}" : "none";
}
