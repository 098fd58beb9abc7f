namespace CaseFlow.Web.Tests.Api;

/// <summary>The numbers of the term through the API.</summary>
public sealed class TermTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Each_figure_counts_the_rows_that_are_asked_for_by_its_id()
    {
        await host.ChildWithCaseAsync();
        var counselor = host.As(host.Counselor);

        var term = await counselor.JsonAsync("/term");

        var figures = term.GetProperty("figures").EnumerateArray().ToList();
        figures.Count.ShouldBeGreaterThan(10);
        foreach (var figure in figures)
        {
            var rows = await counselor.JsonAsync($"/term/rows?figure={figure.GetProperty("id").GetString()}");
            rows.GetProperty("total").GetInt32().ShouldBe(figure.GetProperty("count").GetInt32());
        }

        await (await counselor.ReadAsync("/term/rows?figure=nothing")).ShouldBeProblemAsync(400, "query.invalid");
        await (await counselor.ReadAsync("/term?term=1999-2000-1")).ShouldBeProblemAsync(400, "query.invalid");
    }

    [Fact]
    public async Task Whoever_does_not_see_every_child_does_not_read_them() =>
        await (await host.As(host.TeacherOfOne).ReadAsync("/term")).ShouldBeProblemAsync(403, "who.not-allowed");
}
