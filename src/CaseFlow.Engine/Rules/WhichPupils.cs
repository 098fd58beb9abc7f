using CaseFlow.Engine.Children;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>The pupils that a rule applies to (<c>pupils:</c> in its file). What is left out excludes nobody.</summary>
/// <remarks>Looked at before <c>when</c>; a child that is not among them gets no flag of the rule, whatever its facts.</remarks>
/// <param name="Grades">As the school writes them; empty for all.</param>
/// <param name="Terms">1 for autumn, 2 for spring; empty for both.</param>
/// <param name="Categories">A child with any of them is meant; empty for all.</param>
public sealed record WhichPupils(
    IReadOnlyList<string> Grades, IReadOnlyList<long> Terms, bool? Boarding, bool? LeftBehind, IReadOnlyList<string> Categories)
{
    private static readonly Dictionary<string, long> KnownTerms = new() { ["autumn"] = 1, ["spring"] = 2, ["1"] = 1, ["2"] = 2 };

    /// <summary>Whether the child is among them. Allocates nothing.</summary>
    public bool Include(ChildFacts facts) =>
        IncludeGrade(facts) && IncludeTerm(facts) && IncludeBoarding(facts) && IncludeLeftBehind(facts) && IncludeCategory(facts);

    internal static WhichPupils? Read(FileNode? node)
    {
        if (node is null)
            return null;
        if (!node.IsMapping || !node.Knows("grades", "terms", "boarding", "left-behind", "categories").Keys().Any())
        {
            node.Report("expected one or more of grades, terms, boarding, left-behind, categories; leave 'pupils' out to mean every pupil");
            return null;
        }

        return new WhichPupils(
            OneOrMore(node, "grades", at => at.AsText() is { Length: > 0 } grade ? grade : Wrong(at, "a grade as the school writes it", "")),
            OneOrMore(node, "terms", at => KnownTerms.TryGetValue(at.AsText(), out var half) ? half : Wrong(at, "autumn or spring (or 1, 2)", 0L)),
            YesOrNo(node, "boarding"),
            YesOrNo(node, "left-behind"),
            OneOrMore(node, "categories", at => Children.Categories.All.Contains(at.AsText())
                ? at.AsText()
                : Wrong(at, $"one of {string.Join(", ", Children.Categories.All)}", "")));
    }

    /// <summary>What the block asks for, what the child is, and whether that fits; one for each key that is there.</summary>
    internal IEnumerable<ConditionPart> Explain(ChildFacts facts)
    {
        if (Grades.Count > 0)
            yield return Part($"pupils.grades: {string.Join(", ", Grades)}", IncludeGrade(facts), "pupil.grade", facts.Pupil.Grade);
        if (Terms.Count > 0)
            yield return Part($"pupils.terms: {string.Join(", ", Terms.Select(t => t == 1 ? "autumn" : "spring"))}", IncludeTerm(facts), "term.half", facts.Term.Half);
        if (Boarding is { } boarding)
            yield return Part($"pupils.boarding: {FactValue.Show(boarding)}", IncludeBoarding(facts), "pupil.boarding", facts.Pupil.Boarding);
        if (LeftBehind is { } leftBehind)
            yield return Part($"pupils.left-behind: {FactValue.Show(leftBehind)}", IncludeLeftBehind(facts), "pupil.leftBehind", facts.Pupil.LeftBehind);
        if (Categories.Count > 0)
            yield return Part($"pupils.categories: {string.Join(", ", Categories)}", IncludeCategory(facts), "pupil.categories", facts.Pupil.Categories);
    }

    private bool IncludeGrade(ChildFacts facts) => Grades.Count == 0 || IsAmong(Grades, facts.Pupil.Grade);

    private bool IncludeTerm(ChildFacts facts) => Terms.Count == 0 || IsAmong(Terms, facts.Term.Half);

    private bool IncludeBoarding(ChildFacts facts) => Boarding is not { } wanted || wanted == facts.Pupil.Boarding;

    private bool IncludeLeftBehind(ChildFacts facts) => LeftBehind is not { } wanted || wanted == facts.Pupil.LeftBehind;

    private bool IncludeCategory(ChildFacts facts)
    {
        for (var i = 0; i < facts.Pupil.Categories.Count; i++)
        {
            if (IsAmong(Categories, facts.Pupil.Categories[i]))
                return true;
        }

        return Categories.Count == 0;
    }

    /// <summary>An index instead of an enumerator: nothing is allocated for a child without a flag.</summary>
    private static bool IsAmong<T>(IReadOnlyList<T> all, T one)
        where T : IEquatable<T>
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Equals(one))
                return true;
        }

        return false;
    }

    private static ConditionPart Part(string text, bool holds, string fact, object? value) =>
        new(text, holds, [new FactValue(fact, FactValue.Show(value))], null);

    private static List<T> OneOrMore<T>(FileNode node, string key, Func<FileNode, T> read)
    {
        if (node.Maybe(key) is not { } at)
            return [];
        var found = at.Elements().Select(read).ToList();
        if (at.IsList && found.Count == 0)
            at.Report($"'{key}' names nothing; leave it out to mean all");
        return found;
    }

    private static bool? YesOrNo(FileNode node, string key)
    {
        if (node.Maybe(key) is not { } at)
            return null;
        return at.IsText && at.AsValue() is bool value ? value : Wrong(at, "true or false", false);
    }

    private static T Wrong<T>(FileNode at, string expected, T instead)
    {
        at.Report(at.IsText ? $"'{at.AsText()}' is not known here; expected {expected}" : $"expected {expected}");
        return instead;
    }
}
