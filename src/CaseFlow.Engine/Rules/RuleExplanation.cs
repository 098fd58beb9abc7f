using System.Collections;
using System.Globalization;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>Why a rule holds for a child, or why not: its condition part by part. It holds where every part does.</summary>
/// <param name="Parts">What the rule asks of the pupil first, then what stands between the <c>&amp;&amp;</c> of its condition.</param>
/// <param name="Found">The flag; null where the rule does not hold or failed.</param>
/// <param name="Failure">Why the rule has no answer for this child; null where it has one.</param>
public sealed record RuleExplanation(
    string Rule, Words Title, string FileVersion, IReadOnlyList<ConditionPart> Parts, FlagFinding? Found, string? Failure)
{
    public bool Holds => Found is not null;

    /// <summary>The parts that keep the rule from holding; those that have no value are among them.</summary>
    public IEnumerable<ConditionPart> InTheWay => Parts.Where(p => p.Holds != true);
}

/// <summary>One part of a condition.</summary>
/// <param name="Text">As the file writes it.</param>
/// <param name="Holds">Null where the part has no value for this child; <paramref name="Failure"/> says why.</param>
/// <param name="Values">What the facts are that it names.</param>
public sealed record ConditionPart(string Text, bool? Holds, IReadOnlyList<FactValue> Values, string? Failure)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var values = Values.Count == 0 ? "" : $" ({string.Join(", ", Values)})";
        return $"{Text} → {(Holds is { } holds ? FactValue.Show(holds) : Failure)}{values}";
    }
}

/// <summary>A piece of a condition and its value for a child.</summary>
public sealed record FactValue(string Text, string Value)
{
    /// <summary>A value as people read it: texts in quotes, lists in brackets, signals in their own words.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"'{text}'",
        Fact fact => fact.AsEvidence().Words.ToString(),
        IEnumerable several => $"[{string.Join("; ", several.Cast<object?>().Select(Show))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Text} = {Value}";
}

/// <summary>The condition of a rule as written, taken apart when somebody first asks why. Safe for use by several threads.</summary>
public sealed class RuleCondition
{
    private readonly Lazy<IReadOnlyList<Part>> parts;

    internal RuleCondition(string text, CelScope scope)
    {
        Text = text;
        parts = new(() => [.. ConditionText.Conjuncts(text).Select(part => new Part(
            part,
            CelExpression.Parse(part, scope).Compile<ChildFacts, bool>(),
            [.. ConditionText.Named(part).Select(t => (t, Compile(t, scope))).Where(t => t.Item2 is not null)!]))]);
    }

    public string Text { get; }

    /// <summary>What stands between the outermost <c>&amp;&amp;</c>: the rule holds where all of it does.</summary>
    public IReadOnlyList<string> Parts => [.. parts.Value.Select(p => p.Text)];

    internal IEnumerable<ConditionPart> Explain(ChildFacts facts) => parts.Value.Select(part => part.Explain(facts));

    /// <summary>Null for a name that means nothing by itself, such as the variable of a loop.</summary>
    private static Func<ChildFacts, object?>? Compile(string text, CelScope scope)
    {
        try
        {
            return CelExpression.Parse(text, scope).Compile<ChildFacts, object?>();
        }
        catch (CelException)
        {
            return null;
        }
    }

    private sealed record Part(string Text, Func<ChildFacts, bool> Holds, IReadOnlyList<(string Text, Func<ChildFacts, object?> Value)> Named)
    {
        public ConditionPart Explain(ChildFacts facts)
        {
            var values = Named.Select(n => new FactValue(n.Text, Value(n.Value, facts))).ToList();
            try
            {
                return new ConditionPart(Text, Holds(facts), values, null);
            }
            catch (CelEvaluationException e)
            {
                return new ConditionPart(Text, null, values, e.Message);
            }
        }

        private static string Value(Func<ChildFacts, object?> value, ChildFacts facts)
        {
            try
            {
                return FactValue.Show(value(facts));
            }
            catch (CelEvaluationException)
            {
                return "unset";
            }
        }
    }
}
