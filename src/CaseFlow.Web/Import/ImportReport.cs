using CaseFlow.Engine;
using CaseFlow.Web.Import.WideSheets;

namespace CaseFlow.Web.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="Files">The files that were there, in the order in which they depend on each other.</param>
/// <param name="Problems">What is wrong with the folder as such; what is wrong in a file stands with the file.</param>
/// <param name="Ignored">Names of files that are none of an import's, so that a slip in a name does not go unseen.</param>
/// <param name="DryRun">Whether nothing was written because that was asked for.</param>
public sealed record ImportReport(
    IReadOnlyList<FileReport> Files, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<string> Ignored, bool DryRun)
{
    /// <summary>Sheets with a row a pupil, those that are read and those of which it is not known yet what their parts are.</summary>
    public IReadOnlyList<SheetReport> Sheets { get; init; } = [];

    /// <summary>Whether every file that was there went in (or would); sheets that wait for an answer do not count.</summary>
    public bool Ok => Problems.Count == 0 && Files.All(f => !f.Refused);

    /// <summary>All that is wrong: the folder first, then file by file and line by line.</summary>
    public IEnumerable<ImportProblem> AllProblems => Problems.Concat(Files.SelectMany(f => f.Problems));
}

/// <summary>What became of one file. A refused file has no effect at all.</summary>
/// <param name="File">The name by which the contract knows it, for example <c>students.csv</c>; of a sheet with a row a pupil its own.</param>
/// <param name="Rows">Rows of data in it, blank lines and the header not counted.</param>
/// <param name="Added">Rows that are new; an equal row that stands in the file twice counts once.</param>
/// <param name="Changed">Rows that changed what was on file, corrections of signals among them.</param>
/// <param name="Unchanged">Rows that say what is on file.</param>
/// <param name="Changes">The first of the changes and additions in words, at most <see cref="ImportOptions.MostTold"/>.</param>
public sealed record FileReport(
    string File,
    int Rows,
    int Added,
    int Changed,
    int Unchanged,
    bool Refused,
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyList<RowChange> Changes);

/// <summary>What a row changes, in words.</summary>
/// <param name="IsNew">Whether the row is new, or changes one that is on file; null for what a row brings besides, such as a class.</param>
public sealed record RowChange(bool? IsNew, Words Words);

/// <summary>Something wrong in a file.</summary>
/// <param name="Line">The line of the file as an editor counts it, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column by the name that the file's header gives it; null where the whole line is meant.</param>
/// <param name="Value">What the cell says.</param>
public sealed record ImportProblem(string File, int Line, string? Column, string? Value, Words Reason)
{
    /// <summary>File, line, column and reason in one line of English, as compilers write it.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Column is null ? "" : $"{Column}: ")}{Reason.En}";
}

/// <summary>How to import.</summary>
public sealed record ImportOptions
{
    /// <summary>Show what would change, and write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many changes of each file the report tells in words; 20 without a wish.</summary>
    public int MostTold { get; init; } = 20;

    /// <summary>What was said of sheets, by their number in the import.</summary>
    public IReadOnlyDictionary<int, SheetMapping> Sheets { get; init; } = new Dictionary<int, SheetMapping>();
}
