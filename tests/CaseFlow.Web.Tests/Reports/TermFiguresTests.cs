using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Web.Access;
using CaseFlow.Web.Reports;
using CaseFlow.Web.Tests.Storage;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Reports;

/// <summary>The numbers of a term, and the report of them.</summary>
public sealed class TermFiguresTests
{
    [Fact]
    public void Terms_follow_one_another_without_a_gap_and_holidays_belong_to_the_term_before()
    {
        var days = Days(new(2025, 9, 1), new(2026, 1, 16), "2025-2026-1").Concat(Days(new(2026, 2, 23), new(2026, 7, 3), "2025-2026-2"));

        var terms = TermPeriod.Until(new DateOnly(2026, 3, 2), new SchoolCalendar(days));

        terms.Select(t => (t.Name, t.From, t.To, t.IsCurrent)).ShouldBe(
        [
            ("2025-2026-2", new DateOnly(2026, 2, 23), new DateOnly(2026, 3, 2), true),
            ("2025-2026-1", new DateOnly(2025, 9, 1), new DateOnly(2026, 2, 22), false),
        ]);
        terms[0].Months.ShouldBe([new(2026, 2, 1), new(2026, 3, 1)]);
        TermPeriod.Until(new DateOnly(2025, 8, 1), new SchoolCalendar(days)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_figure_counts_the_rows_that_it_leads_to_and_coverage_adds_up()
    {
        using var installation = new TestInstallation();
        await LivedAsync(installation);
        using var db = installation.Open();
        var numbers = (await TermFigures.OpenAsync(installation.Runtime, db, null))!;

        var figures = (await numbers.CountAsync()).ToDictionary(f => f.Figure.Id, f => f.Count);
        figures.Keys.ShouldBe(Figure.OfTerm.Select(f => f.Id));
        foreach (var (figure, count) in figures)
            (await numbers.Rows(figure)!.ToListAsync()).Count.ShouldBe(count, figure);
        figures["pupils"].ShouldBe(await db.Children.CountAsync(c => c.LeftOn == null || c.LeftOn > numbers.Term.To));
        figures["cases-open"].ShouldBe(await db.Cases.CountAsync(c => c.IsOpen));
        figures["cases-open"].ShouldBeGreaterThan(0);
        figures["cases-opened"].ShouldBeGreaterThan(0);
        figures["tasks-late"].ShouldBeGreaterThan(0);

        var rules = await numbers.ByRuleAsync();
        rules.Sum(r => r.Count).ShouldBe(figures["flags-raised"]);
        foreach (var (rule, count) in rules)
            (await numbers.Rows(TermFigures.FlagsOfRule, rule)!.CountAsync()).ShouldBe(count, rule);

        var coverage = await numbers.CoverageAsync();
        foreach (var month in coverage.GroupBy(c => c.Month))
            month.Sum(c => c.All).ShouldBe(figures["left-behind"]);
        foreach (var cell in coverage)
            (await numbers.Rows(TermFigures.NotReached, $"{cell.Class.Id.Value}", cell.Month)!.CountAsync()).ShouldBe(cell.All - cell.Reached);
        coverage.ShouldContain(c => c.Reached > 0);

        var loads = await numbers.LoadsAsync();
        loads.Sum(l => l.Cases).ShouldBe(figures["cases-open"]);
        loads.Sum(l => l.Late).ShouldBe(figures["tasks-late"]);
        foreach (var load in loads)
        {
            (await numbers.Rows(TermFigures.CasesOf, $"{load.Staff.Value}")!.CountAsync()).ShouldBe(load.Cases);
            (await numbers.Rows(TermFigures.TasksOf, $"{load.Staff.Value}")!.CountAsync()).ShouldBe(load.Tasks);
            (await numbers.Rows(TermFigures.LateOf, $"{load.Staff.Value}")!.CountAsync()).ShouldBe(load.Late);
        }
    }

    [Theory]
    [InlineData("no-such-figure", null)]
    [InlineData(TermFigures.CasesOf, "nobody")]
    [InlineData(TermFigures.NotReached, null)]
    public async Task What_is_no_figure_has_no_rows(string figure, string? of)
    {
        using var installation = new TestInstallation();
        await StorageSuite.ScreenedAsync(installation);
        using var db = installation.Open();

        (await TermFigures.OpenAsync(installation.Runtime, db, null))!.Rows(figure, of).ShouldBeNull();
    }

    [Fact]
    public async Task The_report_is_a_sound_document_without_a_childs_name_and_for_the_office_without_small_numbers()
    {
        using var installation = new TestInstallation();
        await LivedAsync(installation);
        using var db = installation.Open();
        var names = await db.Children.Select(c => c.Name).ToListAsync();

        foreach (var forOffice in new[] { false, true })
        {
            var report = (await TermReport.MakeAsync(installation.Runtime, db, null, forOffice))!;
            using var written = new MemoryStream();
            TermDocument.Write(report, written);
            written.Position = 0;
            using var document = WordprocessingDocument.Open(written, false);
            new OpenXmlValidator().Validate(document).Select(e => e.Description).ShouldBeEmpty();
            var text = document.MainDocumentPart!.Document.Body!.InnerText;
            text.ShouldContain(report.Term.Name);
            names.Where(n => text.Contains(n, StringComparison.Ordinal)).ShouldBeEmpty();
            report.Figures.Where(f => SmallNumbers.Hides(f.Count)).ShouldNotBeEmpty();
            report.Figures.Where(f => SmallNumbers.Hides(f.Count)).ShouldAllBe(f => (report.Show(f.Count) == $"{f.Count}") != forOffice);
        }

        (await TermReport.MakeAsync(installation.Runtime, db, "1999-2000-1", false)).ShouldBeNull();
    }

    private static async Task LivedAsync(TestInstallation installation)
    {
        var (_, day) = await StorageSuite.ScreenedAsync(installation);
        installation.Clock.Now = new DateTimeOffset(day.AddDays(12).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        await new DueSweep(installation.Runtime).RunAsync(installation.Runtime.Now);
    }

    private static IEnumerable<CalendarDay> Days(DateOnly from, DateOnly to, string term) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1)
        .Select(n => from.AddDays(n)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(d => new CalendarDay(d, DayKind.School, term));
}
