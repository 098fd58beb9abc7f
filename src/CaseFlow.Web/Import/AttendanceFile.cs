using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>attendance.csv: a mark is known by student and date; another mark is a correction, and both stay on record.</summary>
internal sealed class AttendanceFile(SchoolRoll roll, string? name = null) : SignalFile<Mark>(FileFormats.Attendance, roll, name)
{
    protected override bool IsKnownByKey => true;

    protected override Mark ReadWhat(Row row, DateOnly date) => row.RequiredCode("mark", CodeTables.Marks);

    protected override async Task WriteChunk(SignalChunk<Mark> chunk, Writing writing)
    {
        var onFile = await writing.Db.AttendanceMarks.AsNoTracking()
            .Where(m => chunk.OnFile.Contains(m.ChildId) && m.IsCurrent && m.Date >= chunk.From && m.Date <= chunk.To)
            .Select(m => new { m.ChildId, m.Date, m.Revision, m.Mark })
            .ToDictionaryAsync(m => (m.ChildId, m.Date), m => (m.Revision, m.Mark), writing.Stop);
        List<AttendanceMark> signals = [];
        foreach (var row in chunk.Rows)
        {
            var known = onFile.TryGetValue((row.Student.Id, row.Date), out var current);
            if (known && current.Mark == row.What)
            {
                writing.Unchanged++;
                continue;
            }

            var what = CodeTables.Marks.CodeOf(row.What);
            if (known)
            {
                NoLongerCurrent(row, current.Revision, writing);
                var before = current.Mark is { } mark ? CodeTables.Marks.CodeOf(mark) : "-";
                writing.CountChanged(() => new($"更正 {row.Student.No} {row.Date:yyyy-MM-dd}：{before} → {what}", $"corrected {row.Student.No} {row.Date:yyyy-MM-dd}: {before} -> {what}"));
            }
            else
            {
                writing.CountAdded(() => new($"{row.Student.No} {row.Date:yyyy-MM-dd} {what}", $"{row.Student.No} {row.Date:yyyy-MM-dd} {what}"));
            }

            await writing.Record(signals, await New(row, current.Revision + 1, writing));
        }

        await writing.Send(signals);
    }

    private static void NoLongerCurrent(SignalRow<Mark> row, int revision, Writing writing)
    {
        var old = new AttendanceMark { SchoolId = writing.Db.SchoolId, ChildId = row.Student.Id, Date = row.Date, Revision = revision };
        writing.Db.Attach(old).Property(m => m.IsCurrent).IsModified = true;
    }

    private static async Task<AttendanceMark> New(SignalRow<Mark> row, int revision, Writing writing) => new()
    {
        SchoolId = writing.Db.SchoolId,
        ChildId = row.Student.Id,
        Date = row.Date,
        Revision = revision,
        Mark = row.What,
        IsCurrent = true,
        RecordedNo = await writing.RecordedNo(),
        RecordedAt = writing.Now,
    };
}
