using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>An observation as a row gives it.</summary>
internal sealed record ObservationSaid(string Kind, int Severity, string? Note, string? Observer);

/// <summary>observations.csv: an observation is known by its whole row and its place among equal rows.</summary>
internal sealed class ObservationsFile(SchoolRoll roll) : SignalFile<ObservationSaid>(FileFormats.Observations, roll)
{
    protected override ObservationSaid ReadWhat(Row row, DateOnly date) => new(
        row.RequiredCode("kind", CodeTables.Kinds),
        row.IsFilled("severity") ? row.Whole("severity", 1, 3) ?? 0 : 0,
        row.Text("note", Roll.Lengths.Of<Observation>(nameof(Observation.Note)), lines: true),
        row.Text("observer", Roll.Lengths.Of<Observation>(nameof(Observation.Observer))));

    protected override async Task WriteChunk(SignalChunk<ObservationSaid> chunk, Writing writing)
    {
        var onFile = await writing.Db.Observations.AsNoTracking().IgnoreQueryFilters([CaseFlowDb.NotWithdrawn]) // a row that was withdrawn is on file all the same
            .Where(o => chunk.OnFile.Contains(o.ChildId) && o.Date >= chunk.From && o.Date <= chunk.To)
            .Select(o => new { o.ChildId, o.Date, o.Kind, o.Severity, o.Note, o.Observer })
            .ToListAsync(writing.Stop);
        var left = new EqualRows<(ChildId, DateOnly, ObservationSaid)>(
            onFile.Select(o => (o.ChildId, o.Date, new ObservationSaid(o.Kind, o.Severity, o.Note, o.Observer))));
        List<Observation> signals = [];
        foreach (var row in chunk.Rows)
        {
            if (left.Take((row.Student.Id, row.Date, row.What)))
            {
                writing.Unchanged++;
                continue;
            }

            await writing.Record(signals, new Observation
            {
                Id = writing.NewId(),
                SchoolId = writing.Db.SchoolId,
                ChildId = row.Student.Id,
                Date = row.Date,
                Kind = row.What.Kind,
                Severity = row.What.Severity,
                Note = row.What.Note,
                Observer = row.What.Observer,
                RecordedNo = await writing.RecordedNo(),
                RecordedAt = writing.Now,
            });
            var words = $"{row.Student.No} {row.Date:yyyy-MM-dd} {row.What.Kind} {row.What.Severity}";
            writing.CountAdded(() => new(words, words));
        }

        await writing.Send(signals);
    }
}

/// <summary>Rows on file that may be equal to each other: each stands for one row of a file.</summary>
internal sealed class EqualRows<T>
    where T : notnull
{
    private readonly Dictionary<T, int> left;

    public EqualRows(IEnumerable<T> onFile) => left = onFile.CountBy(x => x).ToDictionary();

    /// <summary>Whether there is one more on file that is equal; it then stands for this one.</summary>
    public bool Take(T row)
    {
        if (left.GetValueOrDefault(row) == 0)
            return false;
        left[row]--;
        return true;
    }
}
