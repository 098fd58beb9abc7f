using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

/// <summary>What the tests judge: a small copy of the shapes that facts have.</summary>
public sealed record Facts
{
    public static CelScope Scope { get; } = CelScope.Empty.WithInput(typeof(Facts));

    public int Age { get; init; } = 12;

    public long Points { get; init; }

    public double Score { get; init; }

    public bool IsBoarder { get; init; }

    public string Name { get; init; } = "Li";

    public string? Guardian { get; init; }

    public int? Floor { get; init; }

    public Exam Exam { get; init; } = new();

    public Exam? Retake { get; init; }

    public IReadOnlyList<Note> Items { get; init; } = [];

    public IReadOnlyList<int> Marks { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public static T Evaluate<T>(string text, Facts? facts = null) =>
        CelExpression.Parse(text, Scope).Compile<Facts, T>()(facts ?? new Facts());

    public static CelIssue Issue(string text, CelScope? scope = null) =>
        Should.Throw<CelException>(() => CelExpression.Parse(text, scope ?? Scope)).Issues.ShouldHaveSingleItem();
}

public sealed record Exam
{
    public bool Previous { get; init; }

    public int AgeDays { get; init; }

    public int FallTenths { get; init; }

    public int? Percentile { get; init; }

    public string? Subject { get; init; }

    public Note? Remark { get; init; }
}

public sealed record Note(string Kind, int DaysAgo, int? Level = null)
{
    public IReadOnlyList<string> Words { get; init; } = [];
}
