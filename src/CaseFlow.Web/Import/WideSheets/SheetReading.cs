using CaseFlow.Engine;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>A sheet, what its parts are, and what is not known of it yet.</summary>
/// <param name="No">1 for the first sheet of an upload.</param>
/// <param name="IsConfirmed">Whether somebody said so of this sheet, or of one of its shape before; a guess alone is never written.</param>
/// <param name="Gaps">What the mapping does not say yet.</param>
/// <param name="Classes">The classes that its pupils can be in.</param>
internal sealed record SheetReading(int No, WideSheet Sheet, SheetMapping Mapping, bool IsConfirmed, IReadOnlyList<Words> Gaps, IReadOnlyCollection<string> Classes)
{
    public bool IsReady => IsConfirmed && Gaps.Count == 0;

    public SheetReport Report => new(No, Sheet.Name, Sheet.Kind, IsReady, Gaps);
}

/// <summary>A sheet with a row a pupil among the files of an import.</summary>
/// <param name="Ready">Whether it is read; otherwise somebody has to say first what its parts are.</param>
/// <param name="Gaps">What the guess at it does not say.</param>
public sealed record SheetReport(int No, string Name, SheetKind Kind, bool Ready, IReadOnlyList<Words> Gaps);

/// <summary>Reads sheets by what was said of them, of others of their shape, and by guess.</summary>
internal static class SheetReadings
{
    /// <summary>How long an exam's name and date are taken for those of another class: people hand in their sheets within weeks.</summary>
    private const int SameExamDays = 45;

    /// <param name="said">What was said of the sheets of this import, by number.</param>
    public static async Task<List<SheetReading>> ReadAsync(
        CaseFlowDb db, IReadOnlyList<WideSheet> sheets, IReadOnlyDictionary<int, SheetMapping> said, SchoolRoll roll, DateOnly today, CancellationToken stop)
    {
        if (sheets.Count == 0)
            return [];
        var facts = await FactsAsync(db, roll, today, stop);
        var shapes = sheets.Select(s => s.Shape).Distinct().ToList();
        var before = await db.RememberedSheets.AsNoTracking().Where(r => shapes.Contains(r.Shape)).ToDictionaryAsync(r => r.Shape, r => SheetMapping.Read(r.Mapping), stop);
        return [.. sheets.Select((sheet, i) =>
        {
            var known = before.GetValueOrDefault(sheet.Shape);
            var beside = said.Where(s => s.Key <= sheets.Count && sheets[s.Key - 1].Shape == sheet.Shape).Select(s => s.Value);
            var mapping = said.GetValueOrDefault(i + 1) ?? SheetGuess.Of(sheet, facts, known, beside);
            return new SheetReading(i + 1, sheet, mapping, said.ContainsKey(i + 1) || known is not null, SheetChecks.Of(sheet, mapping, facts.Classes, roll.Lengths), facts.Classes);
        })];
    }

    private static async Task<SheetFacts> FactsAsync(CaseFlowDb db, SchoolRoll roll, DateOnly today, CancellationToken stop)
    {
        var since = today.AddDays(-SameExamDays);
        var exams = await db.ExamResults.AsNoTracking().Where(e => e.IsCurrent && e.Date >= since)
            .GroupBy(e => e.Exam).Select(g => new { Name = g.Key, Date = g.Max(e => e.Date) }).ToListAsync(stop);
        return new([.. roll.Classes.Values.Select(c => c.Name)], [.. exams.OrderByDescending(e => e.Date).Select(e => new KnownExam(e.Name, e.Date))], today);
    }
}
