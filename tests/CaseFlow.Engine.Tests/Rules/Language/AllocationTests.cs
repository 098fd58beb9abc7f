using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class AllocationTests
{
    private const int Warmup = 200;
    private const int Evaluations = 10_000;

    private static readonly CelScope Scope = WithEvidence(Facts.Scope.WithConstant(
        "params", new Dictionary<string, object?> { ["days"] = 30, ["once"] = 2, ["kinds"] = new[] { "a", "b" } }));

    private static readonly Facts Pupil = new()
    {
        Age = 9,
        Exam = new Exam { Previous = true, AgeDays = 3, FallTenths = 400, Percentile = 9 },
        Items = [new("a", 1), new("b", 5), new("a", 9, 3)],
        Marks = new List<int> { 60, 70 },
        Tags = ["x", "y"],
    };

    [Theory]
    [InlineData("size(items.filter(i, i.kind == 'a' && i.daysAgo < params.days)) >= params.once")]
    [InlineData("size(evidence) >= params.once")]
    [InlineData("evidence.size() >= params.once")]
    [InlineData("evidence.exists(e, e.daysAgo == 9) && evidence.all(e, evidence.exists(f, f.kind == e.kind))")]
    [InlineData("items.map(i, i.daysAgo).filter(d, d > 1).size() == 2 && items.map(i, i.daysAgo).exists(d, d == 5)")]
    [InlineData("exam.previous && exam.ageDays <= params.days && exam.fallTenths >= params.once * 10")]
    [InlineData("items.exists(i, i.kind in params.kinds) && items.all(i, i.daysAgo + 1 > 0)")]
    [InlineData("items.exists_one(i, has(i.level) && i.level == 3) && name in ['Li', 'Wang']")]
    [InlineData("marks.all(m, m > 50) && 60 in marks && 'x' in tags && tags[0] == 'x'")]
    [InlineData("(has(exam.percentile) ? exam.percentile : 100) < 10 && name.startsWith('L')")]
    [InlineData("exam.percentile + age > 3 || exam.percentile * 2 > 5 && age - 1 > 3")]
    public void An_evaluation_that_makes_no_list_allocates_nothing(string text)
    {
        var rule = CelExpression.Parse(text, Scope).Compile<Facts, bool>();
        for (var i = 0; i < Warmup; i++)
            rule(Pupil).ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var holds = 0;
        for (var i = 0; i < Evaluations; i++)
            holds += rule(Pupil) ? 1 : 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        holds.ShouldBe(Evaluations);
        allocated.ShouldBe(0);
    }

    private static CelScope WithEvidence(CelScope scope) => scope.WithDefinition(
        "evidence", CelExpression.Parse("items.filter(i, i.kind == 'a' && i.daysAgo < params.days)", scope));
}
