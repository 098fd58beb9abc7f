using System.ComponentModel;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A figure of a term.</summary>
/// <param name="Before">In the term before; null where there was none, or where the figure says how things stand today.</param>
public sealed record FigureView(string Id, string Title, int Count, int? Before);

/// <summary>How many left-behind children of a class were reached in a month.</summary>
/// <param name="Month">For example 2026-03.</param>
public sealed record CoverageView(Guid Class, string ClassName, string Month, int Reached, int All);

/// <summary>How many flags a rule raised.</summary>
public sealed record RuleCount(string Rule, int Count);

/// <summary>What a person carries today.</summary>
public sealed record LoadView(Person Person, int Cases, int Tasks, int Late);

/// <summary>The numbers of a term.</summary>
public sealed record TermView(
    string Term, DateOnly From, DateOnly To, bool IsCurrent, IReadOnlyList<FigureView> Figures, IReadOnlyList<RuleCount> FlagsByRule,
    IReadOnlyList<CoverageView> Coverage, IReadOnlyList<LoadView> Loads);

/// <summary>A row that a figure counts.</summary>
public sealed record FigureLine(Guid Child, string StudentNo, string ChildName, int? Case, int? Task, int? Escalation, string? Rule, DateOnly? On);

/// <summary>The numbers of the terms, and what they count.</summary>
internal static class TermReads
{
    private static readonly Engine.Words NoTerm = new("没有这个学期，或尚未开始", "there is no such term, or it has not begun");
    private static readonly Engine.Words NoFigure = new("没有这个数字", "there is no such figure");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/term", TermAsync).Reads<TermView>("term", "The numbers of a term; the current one without a wish", 400).ForTokens(OtherSystem.Figures).WithTags("term");
        api.MapGet("/term/rows", RowsAsync).Reads<Page<FigureLine>>("termRows", "The rows that a figure of a term counts", 400).WithTags("term");
    }

    private static async Task<IResult> TermAsync(HttpContext http, CareRuntime runtime, string? term, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!TermAccess.MayRead(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        using var db = runtime.Open();
        if (await TermFigures.OpenAsync(runtime, db, term, cancel) is not { } numbers)
            return Wrong(caller, nameof(term), NoTerm);
        var period = numbers.Term;
        var people = await People.LoadAsync(db, cancel);
        return ApiJson.Answer(new TermView(
            period.Name, period.From, period.To, period.IsCurrent,
            [.. (await numbers.CountAsync(cancel)).Select(f => new FigureView(f.Figure.Id, caller.Say(f.Figure.Words), f.Count, f.Before))],
            [.. (await numbers.ByRuleAsync(cancel)).Select(r => new RuleCount(r.Rule, r.Count))],
            [.. (await numbers.CoverageAsync(cancel)).Select(c => new CoverageView(c.Class.Id.Value, c.Class.Name, TermFigures.MonthText(c.Month), c.Reached, c.All))],
            period.IsCurrent ? [.. (await numbers.LoadsAsync(cancel)).Select(l => new LoadView(people.Of(l.Staff), l.Cases, l.Tasks, l.Late))] : []));
    }

    private static async Task<IResult> RowsAsync(
        HttpContext http, CareRuntime runtime, string? term, string figure,
        [Description("the rule, person or class that the figure is about")] string? of,
        [Description("for coverage, for example 2026-03")] string? month, int? page, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!TermAccess.MayRead(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        if (await TermFigures.OpenAsync(runtime, db, term, cancel) is not { } numbers)
            return Wrong(caller, nameof(term), NoTerm);
        if (numbers.Rows(figure, of, TermFigures.MonthOf(month)) is not { } counted)
            return NoSuchFigure(caller);
        return await AnswerAsync(db, counted, numbers.Time, paging, cancel);
    }

    public static IResult NoSuchFigure(Caller caller) => Wrong(caller, "figure", NoFigure);

    /// <summary>A page of the rows that a figure counts.</summary>
    public static async Task<IResult> AnswerAsync(
        CaseFlowDb db, IQueryable<FigureRow> counted, Engine.Calendar.SchoolTime time, Paging paging, CancellationToken cancel)
    {
        var rows = counted.Join(db.Children.AsNoTracking(), r => r.Child, c => c.Id, (r, c) => new { Row = r, Child = c }).OrderBy(x => x.Child.StudentNo);
        return ApiJson.Answer(await paging.OfAsync(rows, x => LineOf(x.Child, x.Row, time), cancel));
    }

    private static FigureLine LineOf(Engine.Children.Child child, FigureRow row, Engine.Calendar.SchoolTime time) => new(
        child.Id.Value, child.StudentNo, child.Name, row.Case?.Value, row.Task?.Value, row.Escalation?.Value, row.Rule, row.DayAt(time));

    private static IResult Wrong(Caller caller, string member, Engine.Words words) =>
        caller.Refuse(ApiRefusals.QueryInvalid, new Dictionary<string, string[]> { [member] = [caller.Say(words)] });
}
