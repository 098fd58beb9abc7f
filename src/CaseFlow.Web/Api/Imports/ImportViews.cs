using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Import;
using CaseFlow.Web.Import.WideSheets;

namespace CaseFlow.Web.Api.Imports;

/// <summary>Files that were given, and what writing them would do, or did.</summary>
/// <param name="WrittenAt">When they were written; null where they were only looked at.</param>
/// <param name="Sheets">Sheets with a row a pupil; one that is not ready waits for an answer and is not written.</param>
/// <param name="Problems">All that is wrong; not in the answer to a change, which is kept longer than the files.</param>
public sealed record ImportView(
    Guid Id,
    string Names,
    DateTimeOffset At,
    DateTimeOffset? WrittenAt,
    IReadOnlyList<ImportFileView> Files,
    IReadOnlyList<ImportSheetView> Sheets,
    IReadOnlyList<string> Ignored,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ImportProblemView>? Problems = null)
{
    /// <param name="whole">Whether with what the cells say.</param>
    internal static ImportView Of(Upload upload, ImportReport report, Caller caller, bool whole) => new(
        upload.Id, upload.Names, upload.At, upload.ImportedAt,
        [.. report.Files.Select(f => new ImportFileView(
            f.File, f.Rows, f.Added, f.Changed, f.Unchanged, f.Refused, f.Problems.Count, whole ? [.. f.Changes.Select(c => caller.Say(c.Words))] : null))],
        [.. report.Sheets.Select(s => new ImportSheetView(s.No, s.Name, s.Kind, s.Ready, [.. s.Gaps.Select(caller.Say)]))],
        report.Ignored,
        whole ? [.. report.AllProblems.Select(p => new ImportProblemView(p.File, p.Line, p.Column, p.Value, caller.Say(p.Reason)))] : null);
}

/// <summary>One file or sheet; a refused one has no effect at all.</summary>
/// <param name="Problems">How many there are.</param>
/// <param name="Changes">The first of the changes in words.</param>
public sealed record ImportFileView(
    string File, int Rows, int Added, int Changed, int Unchanged, bool Refused, int Problems,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Changes = null);

/// <param name="Gaps">What is not known of it yet.</param>
public sealed record ImportSheetView(int No, string Name, [property: JsonConverter(typeof(CodeJson<SheetKind>))] SheetKind Kind, bool Ready, IReadOnlyList<string> Gaps);

/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
public sealed record ImportProblemView(string File, int Line, string? Column, string? Value, string Reason);

/// <summary>What was written.</summary>
/// <param name="Refused">How many files and sheets were refused.</param>
public sealed record ImportWritten(Guid Id, int Added, int Changed, int Refused);

/// <summary>A sheet with a row a pupil, and what is known or guessed of its parts; the columns of days are known by their headings.</summary>
public sealed record SheetView(
    int No,
    string Name,
    [property: JsonConverter(typeof(CodeJson<SheetKind>))] SheetKind Kind,
    bool Ready,
    IReadOnlyList<string> Gaps,
    IReadOnlyList<SheetColumnView> Columns,
    string? Class,
    string? Exam,
    DateOnly? Date,
    IReadOnlyList<SheetMarkBody> Marks)
{
    internal static SheetView Of(SheetReading sheet, bool confirmed, Caller caller) => new(
        sheet.No, sheet.Sheet.Name, sheet.Sheet.Kind, confirmed && sheet.Gaps.Count == 0, [.. sheet.Gaps.Select(caller.Say)],
        [.. sheet.Sheet.Columns.Zip(sheet.Mapping.Columns, (c, m) => new SheetColumnView(c.Title, m.Use, m.Subject, m.FullScore))],
        sheet.Mapping.Class, sheet.Mapping.Exam, sheet.Mapping.Date,
        [.. sheet.Sheet.Marks(sheet.Mapping).Select(m => new SheetMarkBody { Mark = m, Meaning = sheet.Mapping.Marks.TryGetValue(m, out var meaning) ? meaning : null })]);
}

/// <param name="Title">The heading, and the letter that Excel gives the column.</param>
public sealed record SheetColumnView(string Title, [property: JsonConverter(typeof(CodeJson<ColumnUse>))] ColumnUse Use, string? Subject, decimal? FullScore);

/// <summary>What the parts of a sheet are.</summary>
public sealed record SheetBody
{
    /// <summary>Of every column but those of days, from the left.</summary>
    [Required] public IReadOnlyList<SheetColumnBody>? Columns { get; init; }

    /// <summary>The class of all pupils; null where a column names it or there are student numbers.</summary>
    public string? Class { get; init; }

    /// <summary>The name of the exam; of a grade sheet.</summary>
    public string? Exam { get; init; }

    /// <summary>The day of the exam, or any day of the register's month.</summary>
    [Required] public DateOnly? Date { get; init; }

    /// <summary>What the marks of a register mean.</summary>
    public IReadOnlyList<SheetMarkBody>? Marks { get; init; }

    internal SheetMapping Mapping => new()
    {
        Columns = [.. Columns!.Select(c => new ColumnMapping(c.Use, c.Subject, c.FullScore))],
        Class = Class,
        Exam = Exam,
        Date = Date,
        Marks = (Marks ?? []).Where(m => m is { Mark: not null, Meaning: not null }).GroupBy(m => MarkWords.Key(m.Mark!)).ToDictionary(g => g.Key, g => g.Last().Meaning!.Value),
    };
}

public sealed record SheetColumnBody
{
    [JsonConverter(typeof(CodeJson<ColumnUse>))] public ColumnUse Use { get; init; }

    /// <summary>The name of the subject, where the column is one.</summary>
    public string? Subject { get; init; }

    /// <summary>Above 0, at most 1000.</summary>
    public decimal? FullScore { get; init; }
}

/// <summary>A mark and what it means; null where that is not known yet.</summary>
public sealed record SheetMarkBody
{
    [Required] public string? Mark { get; init; }

    [JsonConverter(typeof(CodeJson<MarkMeaning>))] public MarkMeaning? Meaning { get; init; }
}
