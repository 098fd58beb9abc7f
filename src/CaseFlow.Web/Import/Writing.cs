using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>The writing of one file in its transaction, and the count of what it changes. In a dry run nothing reaches the database.</summary>
internal sealed class Writing(CaseFlowDb db, NewId newId, DateTimeOffset now, IReadOnlySet<string> accepted, ImportOptions options, CancellationToken stop)
{
    /// <summary>How many rows are written at once: enough to be fast, few enough to keep memory flat.</summary>
    private const int Batch = 2000;

    private readonly List<RowChange> changes = [];
    private readonly List<KnownClass> newClasses = [];
    private long? recordedNo;

    public CaseFlowDb Db { get; } = db;

    public DateTimeOffset Now { get; } = now;

    public CancellationToken Stop { get; } = stop;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; set; }

    public IReadOnlyList<RowChange> Changes => changes;

    public Guid NewId() => newId();

    /// <summary>Whether the other file is there and goes in.</summary>
    public bool Accepts(FileFormat format) => accepted.Contains(format.File);

    public void CountAdded(Func<Words> words)
    {
        Added++;
        Tell(true, words);
    }

    public void CountChanged(Func<Words> words)
    {
        Changed++;
        Tell(false, words);
    }

    /// <summary>The number of this recording: one for all that a file records, and none where it records nothing.</summary>
    /// <remarks>The row is raised before it is read, so that two imports at once wait for each other here.</remarks>
    public async Task<long> RecordedNo()
    {
        if (recordedNo is { } known)
            return known;
        if (!options.DryRun)
            await Db.Schools.ExecuteUpdateAsync(s => s.SetProperty(x => x.RecordedNo, x => x.RecordedNo + 1), Stop);
        recordedNo = await Db.Schools.Select(s => s.RecordedNo).SingleOrDefaultAsync(Stop);
        return recordedNo.Value;
    }

    /// <summary>A class that no file brings is made by the first file that names it and goes in.</summary>
    public ClassRoom? NewClass(KnownClass named)
    {
        if (named.IsStored || named.NamedBy is not null || newClasses.Contains(named))
            return null;
        newClasses.Add(named);
        var room = new ClassRoom { Id = named.Id, SchoolId = Db.SchoolId, Name = named.Name };
        Db.Classes.Add(room);
        Tell(null, () => new($"新建班级 {named.Name}", $"new class {named.Name}"));
        return room;
    }

    /// <summary>Takes a new signal; after so many, sends and forgets them.</summary>
    public async Task Record<T>(List<T> signals, T signal)
        where T : class
    {
        signals.Add(signal);
        if (signals.Count >= Batch)
            await Send(signals);
    }

    /// <summary>Sends new signals, and what was marked as modified before them.</summary>
    public async Task Send<T>(List<T> signals)
        where T : class
    {
        await Save();
        if (!options.DryRun)
            await NewRows.Insert(Db, signals, Stop);
        signals.Clear();
    }

    /// <summary>Sends what was added or marked as modified, and forgets it.</summary>
    public async Task Save()
    {
        if (!options.DryRun)
            await Db.SaveChangesAsync(Stop);

        Db.ChangeTracker.Clear();
    }

    /// <summary>As <see cref="Save"/>, where rows that were read have been changed in place.</summary>
    public Task SaveChanged()
    {
        Db.ChangeTracker.DetectChanges();
        return Save();
    }

    /// <summary>After the transaction: what later files may rely on.</summary>
    public void Committed() => newClasses.ForEach(c => c.IsStored = true);

    private void Tell(bool? isNew, Func<Words> words)
    {
        if (changes.Count < options.MostTold)
            changes.Add(new RowChange(isNew, words()));
    }
}
