using System.Globalization;
using System.Net;
using System.Text.Json;
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
        all.ShouldContain(f => f.Address.Contains("escalations-asked", StringComparison.Ordinal));
        near.ShouldNotContain(f => f.Address.Contains("escalations", StringComparison.Ordinal), "that is the inside of a case");
        foreach (var address in near.Select(f => f.Address).Distinct())
        {
            foreach (var row in RowLink().Matches(await site.As("helper").GetStringAsync(address)).Select(m => m.Groups[1].Value).Distinct())
            {
                using var opened = await site.As("helper").GetAsync(row);
                opened.StatusCode.ShouldBe(HttpStatusCode.OK, $"{row} of {address}");
            }
        }
    }

    [Fact]
    public async Task The_figures_of_the_demonstration_are_the_same_through_the_API()
    {
        var helper = site.As("helper");
        using var read = JsonDocument.Parse(await helper.GetStringAsync("/api/v1/demonstration"));
        var happened = read.RootElement.GetProperty("passing").GetProperty("happened");
        var days = $"from={happened.GetProperty("from").GetString()}&to={happened.GetProperty("to").GetString()}";
        foreach (var (name, figure) in new[] { ("tasksDone", "tasks-done"), ("flags", "flags-raised"), ("overdue", "cases-overdue") })
        {
            using var rows = JsonDocument.Parse(await helper.GetStringAsync($"/api/v1/demonstration/rows?figure={figure}&{days}"));
            rows.RootElement.GetProperty("total").GetInt32().ShouldBe(happened.GetProperty(name).GetInt32(), figure);
        }

        foreach (var wrong in new[] { $"figure=pupils&{days}", "figure=tasks-done&from=0001-01-01&to=9999-12-31" })
        {
            using var refused = await helper.GetAsync($"/api/v1/demonstration/rows?{wrong}");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, wrong);
        }
    }

    [Fact]
    public async Task Each_point_of_a_childs_charts_leads_to_its_row()
    {
        var client = site.As("counselor");
        var list = await client.GetStringAsync("/cases/list");
        var seen = new HashSet<string>();
        foreach (var child in CaseOf().Matches(list).Select(m => m.Groups[1].Value).Distinct().Take(6))
        {
            foreach (var points in PointsOf(await client.GetStringAsync($"/children/{child}")).GroupBy(a => a.Split('#')[0]))
            {
                var page = await client.GetStringAsync(points.Key);
                foreach (var address in points)
                {
                    var anchor = Uri.UnescapeDataString(address.Split('#').ElementAtOrDefault(1) ?? "content");
                    Id(page, anchor).ShouldBe(1, address);
                    seen.Add(anchor.Split('-')[0]);
                }
            }
        }

        seen.ShouldBe(["mark", "exam", "signal", "rule", "content"], ignoreOrder: true);
    }

    [Fact]
    public async Task Figures_of_an_import_that_is_looked_at_lead_to_its_rows()
    {
        var client = site.As("admin");
        var day = new DateOnly(2026, 5, 1);
        var rows = string.Concat(Enumerable.Range(0, 130).Select(n => $"{day.AddDays(n):yyyy-MM-dd},holiday\n"));
        var page = await UploadAsync(client, ("calendar.csv", "date,kind\n" + rows), ("attendance.csv", "student_no,date,mark\n" + string.Concat(Enumerable.Repeat("nobody,2026-03-02,absent\n", 3))));

        var figures = Link().Matches(await client.GetStringAsync(page)).Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Count: m.Groups[2].Value))
            .Where(l => l.Address.StartsWith("?rows=", StringComparison.Ordinal)).ToList();

        figures.Count.ShouldBeGreaterThan(1);
        foreach (var (address, count) in figures)
            $"{await RowsAsync(client, page, address, address.Contains("Problems", StringComparison.Ordinal) ? ProblemRow() : ToldRow())}".ShouldBe(count, address);
    }

    /// <summary>The links of a page that a figure is the text of, and what the figure says.</summary>
    private static List<(string Address, int Count)> FiguresOf(string page) => [.. Link().Matches(page)
        .Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Words: WebUtility.HtmlDecode(Tag().Replace(m.Groups[2].Value, " "))))
        .Where(l => Listed().IsMatch(l.Address))
        .Select(l => (l.Address, Number: Number().Match(l.Words))).Where(l => l.Number.Success)
        .Select(l => (l.Address, int.Parse(l.Number.Groups[1].Value, CultureInfo.InvariantCulture)))];

    /// <summary>How many rows an address lists, on all its pages.</summary>
    private static Task<int> RowsAsync(HttpClient client, string address) => RowsAsync(client, "", address, Row());

    /// <param name="within">The page that addresses are of which begin with a question mark.</param>
    private static async Task<int> RowsAsync(HttpClient client, string within, string address, Regex row)
    {
        var rows = 0;
        for (var next = address; next is not null;)
        {
            var page = await client.GetStringAsync((within + next).Split('#')[0]);
            rows += row.Count(page);
            next = Next().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups[1].Value) : null;
        }

        return rows;
    }

    private static IEnumerable<string> PointsOf(string page) => Table().Matches(page).SelectMany(t => Link().Matches(t.Value)).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    private static int Id(string page, string id) => page.Split($"id=\"{WebUtility.HtmlEncode(id)}\"").Length - 1;

    /// <summary>Gives files to be looked at; the page that shows what they would change.</summary>
    private static async Task<string> UploadAsync(HttpClient client, params (string Name, string Text)[] files)
    {
        var form = await client.GetStringAsync("/admin/import");
        using var sent = new MultipartFormDataContent();
        foreach (Match hidden in EveryEndpointTests.HiddenField().Matches(form[form.IndexOf("id=\"look\"", StringComparison.Ordinal)..]).DistinctBy(m => ((Match)m).Groups[1].Value))
            sent.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups[2].Value)), hidden.Groups[1].Value);
        foreach (var (name, text) in files)
            sent.Add(new StringContent(text), "files", name);
        using var answer = await client.PostAsync("/admin/import", sent);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    [GeneratedRegex("<figure class=\"chart.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("href=\"/cases/([0-9a-f-]{36})/")]
    private static partial Regex CaseOf();

    /// <summary>A problem names its file and its line.</summary>
    [GeneratedRegex("<td data-label=\"行\">")]
    private static partial Regex ProblemRow();

    /// <summary>What a row changes, in words.</summary>
    [GeneratedRegex("<li>[^<]*2026-")]
    private static partial Regex ToldRow();

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

    [GeneratedRegex("<a class=\"name\" href=\"([^\"]+)\"")]
    private static partial Regex RowLink();

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
