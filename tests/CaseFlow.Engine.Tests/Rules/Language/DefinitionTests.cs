using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class DefinitionTests
{
    private static readonly CelScope Scope = Facts.Scope.WithConstant(
        "params", new Dictionary<string, object?> { ["days"] = 6, ["kinds"] = new[] { "a", "c" }, ["share"] = 0.5 });

    [Fact]
    public void Parameters_are_constants_of_their_types()
    {
        Evaluate("params.days + 1 == 7 && params.share < 1.0 && 'c' in params.kinds && size(params.kinds) == 2", Scope)
            .ShouldBeTrue();
    }

    [Fact]
    public void A_definition_is_used_by_its_name()
    {
        var scope = Scope.WithDefinition("evidence", CelExpression.Parse("items.filter(i, i.daysAgo < params.days)", Scope));

        Evaluate("size(evidence) == 2 && evidence.exists(e, e.kind in params.kinds) && evidence[0].daysAgo == 1", scope)
            .ShouldBeTrue();
    }

    [Fact]
    public void A_definition_keeps_its_meaning_inside_of_a_loop_with_the_same_variable()
    {
        var scope = Scope.WithDefinition("many", CelExpression.Parse("items.filter(i, i.kind == 'a').size() > 1", Scope));

        Evaluate("tags.all(i, many && i != 'z')", scope).ShouldBeTrue();
        Evaluate("[1].all(items, many)", scope).ShouldBeTrue();
    }

    [Fact]
    public void Definitions_build_on_each_other()
    {
        var first = Scope.WithDefinition("steep", CelExpression.Parse("exam.fallTenths > 300", Scope));
        var second = first.WithDefinition("alarming", CelExpression.Parse("steep && exam.previous", first));

        Evaluate("alarming || age > 90", second).ShouldBeTrue();
    }

    [Fact]
    public void Definitions_that_double_each_other_are_refused_before_they_fill_the_memory()
    {
        var scope = Scope.WithDefinition("d0", CelExpression.Parse("age", Scope));

        Should.Throw<CelException>(() =>
        {
            for (var i = 1; i < 60; i++)
                scope = scope.WithDefinition($"d{i}", CelExpression.Parse($"d{i - 1} + d{i - 1}", scope));
        }).Issues[0].Message.ShouldContain("too large or nests too deep once its definitions are written out");
    }

    private static bool Evaluate(string text, CelScope scope) =>
        CelExpression.Parse(text, scope).Compile<Facts, bool>()(new Facts
        {
            Exam = new Exam { FallTenths = 400, Previous = true },
            Items = [new("a", 1), new("a", 5), new("b", 9)],
            Tags = ["x"],
        });
}
