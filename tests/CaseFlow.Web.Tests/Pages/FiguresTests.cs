using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Pages;

/// <summary>Every figure of a page leads to as many rows as it says: the links of pages are followed and the rows counted.</summary>
public sealed partial class FiguresTests(FiguresTests.Site site) : IClassFixture<FiguresTests.Site>
{
    [Theory]
    [InlineData("counselor", "/demonstration", 20)]
    [InlineData("helper", "/demonstration", 10)]
    [InlineData("counselor", "/today", 3)]
    [InlineData("head", "/today", 3)]
    [InlineData("counselor", "/cases", 5)]
    [InlineData("head", "/cases?owner=me", 3)]
    [InlineData("counselor", "/term", 60)]
    [InlineData("head", "/totals", 4)]
    [InlineData("head", "/workflow", 1)]
    [InlineData("counselor", "/rules", 20)]
    [InlineData("counselor", "/rules/absence-unexcused", 6)]
    [InlineData("counselor", "/children", 1)]
    public async Task Each_figure_leads_to_as_many_rows_as_it_says(string user, string page, int fewest)
    {
        var client = site.As(user);
        var figures = FiguresOf(await client.GetStringAsync(page));

        figures.Count.ShouldBeGreaterThanOrEqualTo(fewest, page);
        foreach (var (address, count) in figures.Distinct())
            (await RowsAsync(client, address)).ShouldBe(count, $"{page} says so of {address}");
    }

    [Fact]
    public async Task Figures_of_the_demonstration_count_the_children_whom_the_reader_may_see()
    {
        var all = FiguresOf(await site.As("counselor").GetStringAsync("/demonstration"));
        var near = FiguresOf(await site.As("helper").GetStringAsync("/demonstration"));

        all.First(f => f.Address.Contains("tasks-done", StringComparison.Ordinal)).Count
            .ShouldBeGreaterThan(near.First(f => f.Address.Contains("tasks-done", StringComparison.Ordinal)).Count);
    }

    /// <summary>The links of a page that a figure is the text of, and what the figure says.</summary>
    private static List<(string Address, int Count)> FiguresOf(string page) => [.. Link().Matches(page)
        .Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Words: WebUtility.HtmlDecode(Tag().Replace(m.Groups[2].Value, " "))))
        .Where(l => Listed().IsMatch(l.Address))
        .Select(l => (l.Address, Number: Number().Match(l.Words))).Where(l => l.Number.Success)
        .Select(l => (l.Address, int.Parse(l.Number.Groups[1].Value, CultureInfo.InvariantCulture)))];

    /// <summary>How many rows an address lists, on all its pages.</summary>
    private static async Task<int> RowsAsync(HttpClient client, string address)
    {
        var rows = 0;
        for (var next = address; next is not null;)
        {
            var page = await client.GetStringAsync(next);
            rows += Row().Count(page);
            next = Next().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups[1].Value) : null;
        }

        return rows;
    }

    [GeneratedRegex("<a [^>]*?href=\"([^\"]+)\"[^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("^/(term/rows|demonstration/rows|cases/list|rules/[^/]+/flags)")]
    private static partial Regex Listed();

    /// <summary>A figure alone or before its words; what stands before one is the beginning of 'missing 3 of 20' or 'all 45'.</summary>
    [GeneratedRegex(@"^\s*(?:缺|查看全部)?\s*(\d+)")]
    private static partial Regex Number();

    /// <summary>A row of a list begins with the name of a child.</summary>
    [GeneratedRegex("<td[^>]*><a class=\"name\"")]
    private static partial Regex Row();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();

    /// <summary>The demonstration school after two weeks have passed there, with too few people for all that was due.</summary>
    public sealed class Site : EveryEndpointTests.Site
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            using var begun = await SendAsync(As("counselor"), "/demonstration", "pass", ("days", "14"), ("effort", "Short"));
            begun.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            while ((await As("counselor").GetStringAsync("/api/v1/demonstration")).Contains("\"under-way\"", StringComparison.Ordinal))
                await Task.Yield();
        }

        protected override TimeProvider ClockOf(IServiceProvider services, TimeProvider standing) => new DemonstrationClock(services.GetRequiredService<Databases>().Open, standing);
    }
}
