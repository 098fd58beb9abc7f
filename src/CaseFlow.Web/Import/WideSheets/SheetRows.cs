using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>
/// A sheet as rows of exams.csv or attendance.csv, so that all that is checked, compared and written there is so here. A problem stands at
/// the line of the pupil and the column of the sheet.
/// </summary>
internal sealed class SheetRows(WideSheet sheet, SheetMapping mapping, SheetPupils pupils, ProblemList problems)
{
    private static readonly string[] ExamColumns = ["student_no", "exam", "date", "subject", "score", "full_score"];

    /// <summary>Of the marks of one day the first of these counts.</summary>
    private static readonly MarkMeaning[] MostSeriousFirst = [MarkMeaning.Absent, MarkMeaning.Excused, MarkMeaning.Late, MarkMeaning.Early, MarkMeaning.Present];

    private readonly SheetColumn? no = sheet.Of(mapping, ColumnUse.StudentNo);
    private readonly SheetColumn? name = sheet.Of(mapping, ColumnUse.Name);
    private readonly SheetColumn? room = sheet.Of(mapping, ColumnUse.Class);
    private readonly SheetColumn? total = sheet.Of(mapping, ColumnUse.Total);
    private readonly SheetColumn? rank = sheet.Of(mapping, ColumnUse.Rank);

    private SheetColumn Who => (no ?? name)!;

    public IEnumerable<Row> All() => sheet.Kind == SheetKind.Grades ? Grades() : Register();

    private IEnumerable<Row> Register()
    {
        var days = sheet.DaysIn(mapping.Date!.Value);
        foreach (var (row, student, _) in Found())
        {
            foreach (var (day, columns) in days)
            {
                var marked = columns.Where(c => row[c.Index].Length > 0).ToList();
                if (day is not { } date)
                    marked.ForEach(c => problems.Add(row.Line, c.Title, row[c.Index], CellReasons.ImpossibleDate));
                else if (marked.MinBy(c => Place(MeaningOf(row, c))) is { } column && MeaningOf(row, column) is var meaning and not MarkMeaning.Present)
                    yield return Attendance(row, column, [student.No, Text(date), CodeTables.Marks.CodeOf((Mark)meaning)]);
            }
        }
    }

    private MarkMeaning MeaningOf(GridRow row, SheetColumn day) => mapping.Marks[MarkWords.Key(row[day.Index])];

    private static int Place(MarkMeaning meaning) => Array.IndexOf(MostSeriousFirst, meaning);

    private Row Attendance(GridRow row, SheetColumn column, string[] cells) => new Row(
        new Dictionary<string, (int, string)> { ["student_no"] = (0, Who.Title), ["date"] = (1, column.Title), ["mark"] = (2, column.Title) }, problems)
        .Of(cells, row.Line);

    private IEnumerable<Row> Grades()
    {
        var subjects = mapping.Columns.Select((c, i) => (Column: sheet.Columns[i], Mapping: c)).Where(c => c.Mapping.Use == ColumnUse.Subject).ToList();
        var sat = Found().Select(p => (p.Row, p.Student, p.Class, Subjects: subjects.Where(s => !HeaderWords.IsNotSat(p.Row[s.Column.Index])).ToList()))
            .Where(p => p.Subjects.Count > 0).ToList();
        var sizes = sat.CountBy(p => p.Class ?? "").ToDictionary();
        var full = subjects.Sum(s => s.Mapping.FullScore!.Value);
        foreach (var pupil in sat)
        {
            foreach (var (column, subject) in pupil.Subjects)
                yield return Exam(pupil.Row, column, pupil.Student, [subject.Subject!, pupil.Row[column.Index], Text(subject.FullScore!.Value), "", ""]);
            if (total is null && rank is null)
                continue;
            var scores = pupil.Subjects.Select(s => CellText.Score(pupil.Row[s.Column.Index])).ToList();
            if (scores.Exists(s => s.Wrong is not null))
                continue; // said already of the subject
            var sum = scores.Sum(s => s.Number);
            if (total is not null && pupil.Row[total.Index] is { Length: > 0 } said && CellText.Score(said) is var score && (score.Wrong is not null || score.Number != sum))
                problems.Add(pupil.Row.Line, total.Title, said, score.Wrong ?? SheetReasons.OtherTotal(Text(sum)));
            var place = rank is null || HeaderWords.IsNotSat(pupil.Row[rank.Index]) ? "" : pupil.Row[rank.Index];
            yield return Exam(pupil.Row, total ?? rank!, pupil.Student, [ExamResult.Total, Text(sum), Text(full), place, Text(sizes[pupil.Class ?? ""])]);
        }
    }

    private Row Exam(GridRow row, SheetColumn column, KnownStudent student, string[] cells)
    {
        var columns = ExamColumns.Select((c, i) => (Name: c, Index: i)).ToDictionary(c => c.Name, c => (c.Index, c.Name == "student_no" ? Who.Title : column.Title));
        if (rank is not null)
            (columns["rank"], columns["group_size"]) = ((6, rank.Title), (7, rank.Title));
        return new Row(columns, problems).Of([student.No, mapping.Exam!, Text(mapping.Date!.Value), .. cells], row.Line);
    }

    private IEnumerable<(GridRow Row, KnownStudent Student, string? Class)> Found()
    {
        foreach (var row in sheet.Pupils(mapping))
        {
            var (column, found, wrong, inClass) = Find(row);
            if (found is not null)
                yield return (row, found, inClass);
            else
                problems.Add(row.Line, column.Title, row[column.Index], wrong!);
        }
    }

    private (SheetColumn Column, KnownStudent? Student, Words? Wrong, string? Class) Find(GridRow row)
    {
        var (said, inClass) = (room is null ? "" : row[room.Index], mapping.Class);
        if (said.Length > 0 && (inClass = pupils.Class(said)) is null)
            return (room!, null, SheetReasons.UnknownClassOfRow, null);
        if (no is not null && row[no.Index].Length > 0)
        {
            var (student, wrong) = pupils.ByNumber(row[no.Index], name is null ? "" : row[name.Index]);
            return (no, student, wrong, inClass);
        }

        if (name is null || row[name.Index].Length == 0)
            return (Who, null, CellReasons.Empty, inClass);
        var (named, why) = pupils.ByName(row[name.Index], inClass, mapping.Date!.Value);
        return (name, named, why, inClass);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
