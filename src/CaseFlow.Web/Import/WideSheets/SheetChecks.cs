using CaseFlow.Engine;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>What a mapping does not say yet, so that nothing of the sheet can be read.</summary>
internal static class SheetChecks
{
    public static IReadOnlyList<Words> Of(WideSheet sheet, SheetMapping mapping, IReadOnlyCollection<string> classes, Lengths lengths)
    {
        if (mapping.Columns.Count != sheet.Columns.Count)
            return [SheetReasons.OtherColumns(sheet.Columns.Count)];
        return [.. People(sheet, mapping, classes), .. sheet.Kind == SheetKind.Grades ? Exam(mapping, lengths) : Register(sheet, mapping)];
    }

    private static IEnumerable<Words> People(WideSheet sheet, SheetMapping mapping, IReadOnlyCollection<string> classes)
    {
        var uses = mapping.Columns.Select(c => c.Use).ToList();
        foreach (var use in new[] { ColumnUse.StudentNo, ColumnUse.Name, ColumnUse.Class, ColumnUse.Total, ColumnUse.Rank })
        {
            if (uses.Count(u => u == use) > 1)
                yield return SheetReasons.UseTwice(string.Join("、", sheet.Columns.Where((_, i) => uses[i] == use).Select(c => c.Title)));
        }

        var hasNumber = uses.Contains(ColumnUse.StudentNo);
        if (!hasNumber && !uses.Contains(ColumnUse.Name))
            yield return SheetReasons.NoPerson;
        else if (!hasNumber && !uses.Contains(ColumnUse.Class) && mapping.Class is null)
            yield return SheetReasons.NoClass;
        if (mapping.Class is { } room && !classes.Any(c => Folded.Key(c) == Folded.Key(room)))
            yield return SheetReasons.UnknownClass(room);
    }

    private static IEnumerable<Words> Exam(SheetMapping mapping, Lengths lengths)
    {
        var subjects = mapping.Columns.Where(c => c.Use == ColumnUse.Subject).ToList();
        if (subjects.Count == 0)
            yield return SheetReasons.NoSubject;
        foreach (var twice in subjects.GroupBy(s => Folded.Key(s.Subject ?? "")).Where(g => g.Count() > 1 && g.Key.Length > 0))
            yield return SheetReasons.SubjectTwice(twice.First().Subject!);
        if (subjects.Exists(s => string.IsNullOrWhiteSpace(s.Subject) || s.Subject.Length > lengths.Of<ExamResult>(nameof(ExamResult.Subject)) || CodeTables.Subjects.TryRead(s.Subject, out _)))
            yield return SheetReasons.SubjectName;
        if (subjects.Exists(s => s.FullScore is not (> 0 and <= 1000) || decimal.Round(s.FullScore.Value, 2) != s.FullScore))
            yield return SheetReasons.FullScore;
        if (string.IsNullOrWhiteSpace(mapping.Exam) || mapping.Exam.Length > lengths.Of<ExamResult>(nameof(ExamResult.Exam)))
            yield return SheetReasons.NoExam;
        if (mapping.Date is not { Year: >= 1900 and <= 2100 })
            yield return SheetReasons.NoDate;
    }

    private static IEnumerable<Words> Register(WideSheet sheet, SheetMapping mapping)
    {
        if (mapping.Date is not { Year: >= 1900 and <= 2100 })
            yield return SheetReasons.NoMonth;
        if (sheet.Marks(mapping).Where(m => !mapping.Marks.ContainsKey(m)).ToList() is { Count: > 0 } unknown)
            yield return SheetReasons.UnknownMarks(string.Join(" ", unknown.Take(10)));
    }
}
