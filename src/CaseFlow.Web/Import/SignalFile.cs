using CaseFlow.Engine.Children;
using CaseFlow.Web.Import.WideSheets;

namespace CaseFlow.Web.Import;

/// <summary>A signal that a row gives, in little space: there may be millions.</summary>
internal readonly record struct SignalRow<T>(KnownStudent Student, DateOnly Date, int Line, T What);

/// <summary>The rows of some children, and what to look for on file.</summary>
/// <param name="OnFile">Those of the children who are on file; a new child has no signals yet.</param>
internal readonly record struct SignalChunk<T>(ArraySegment<SignalRow<T>> Rows, List<ChildId> OnFile, DateOnly From, DateOnly To);

/// <summary>The import of signals: rows are sorted by child and compared with what is on file for some children at a time.</summary>
internal abstract class SignalFile<T>(FileFormat format, SchoolRoll roll, string? name = null) : FileImport(format, roll, name)
    where T : notnull
{
    /// <summary>How many children are compared at once; each is a parameter of a query.</summary>
    private const int MostChildren = 100;

    private readonly List<SignalRow<T>> rows = [];
    private string studentHeader = "";

    /// <summary>Sorts, and finds rows that say different things of the same record.</summary>
    public override void Resolve()
    {
        rows.Sort(Compare);
        if (!IsKnownByKey)
            return;
        var kept = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var again = kept > 0 && rows[kept - 1].Student.Id == rows[i].Student.Id && CompareKeys(rows[kept - 1], rows[i]) == 0;
            if (!again)
                rows[kept++] = rows[i];
            else if (!SaysTheSame(rows[kept - 1], rows[i]))
                Problems.Add(rows[i].Line, studentHeader, rows[i].Student.No, CellReasons.SameKeyTwice(rows[kept - 1].Line));
        }

        rows.RemoveRange(kept, rows.Count - kept);
    }

    public override void LeaveOut(FileImport other)
    {
        if (!IsKnownByKey || other is not SignalFile<T> { IsRefused: false } known)
            return;
        var by = Comparer<SignalRow<T>>.Create(CompareRecords);
        rows.RemoveAll(row =>
        {
            var at = known.rows.BinarySearch(row, by);
            if (at >= 0 && !SaysTheSame(known.rows[at], row))
                Problems.Add(row.Line, studentHeader, row.Student.No, SheetReasons.InAnother(known.Name, known.rows[at].Line));
            return at >= 0;
        });
    }

    public override async Task Write(Writing writing)
    {
        var sorted = rows.ToArray();
        for (var from = 0; from < sorted.Length;)
        {
            var to = from;
            List<ChildId> onFile = [];
            for (var children = 0; to < sorted.Length; to++)
            {
                if (to > from && sorted[to].Student.Id == sorted[to - 1].Student.Id)
                    continue;
                if (++children > MostChildren)
                    break;
                if (sorted[to].Student.NamedBy is null)
                    onFile.Add(sorted[to].Student.Id);
            }

            var part = new ArraySegment<SignalRow<T>>(sorted, from, to - from);
            await WriteChunk(new(part, onFile, part.Min(r => r.Date), part.Max(r => r.Date)), writing);
            from = to;
        }
    }

    /// <summary>Whether a record has a key, so that a later row corrects it; otherwise each row is a record of its own.</summary>
    protected virtual bool IsKnownByKey => false;

    protected override void Read(Row row)
    {
        studentHeader = row.HeaderOf("student_no");
        var student = Student(row);
        var date = row.RequiredDate("date");
        var what = ReadWhat(row, date);
        if (!row.IsBad && student is not null)
            rows.Add(new(student, date, row.Line, what));
    }

    protected abstract T ReadWhat(Row row, DateOnly date);

    protected abstract Task WriteChunk(SignalChunk<T> chunk, Writing writing);

    /// <summary>Compares what two rows of one child are about.</summary>
    protected virtual int CompareKeys(SignalRow<T> a, SignalRow<T> b) => a.Date.CompareTo(b.Date);

    protected virtual bool SaysTheSame(SignalRow<T> a, SignalRow<T> b) => a.What.Equals(b.What);

    private int Compare(SignalRow<T> a, SignalRow<T> b)
    {
        var order = CompareRecords(a, b);
        return order == 0 ? a.Line.CompareTo(b.Line) : order;
    }

    private int CompareRecords(SignalRow<T> a, SignalRow<T> b)
    {
        var order = a.Student.Id.Value.CompareTo(b.Student.Id.Value);
        return order == 0 ? CompareKeys(a, b) : order;
    }
}
