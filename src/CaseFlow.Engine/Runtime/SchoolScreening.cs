using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Evaluates the rules for every child, and writes where something changed.</summary>
public sealed class SchoolScreening(CareRuntime runtime)
{
    /// <summary>So many classes are read at once: enough to make the readings few, little enough to hold in memory.</summary>
    private const int ClassesAtOnce = 20;

    /// <summary>Screens the whole school.</summary>
    /// <param name="progress">Told how many children of how many are done.</param>
    /// <param name="held">The claim under which this node screens; null where it does so on its own.</param>
    public async Task<ScreeningReport> RunAsync(
        Func<SchoolTime, ScreeningMoment> moment, IProgress<(int Done, int Of)>? progress = null, HeldWork? held = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
        var at = moment(school.Time);
        var write = school.School.LastScreenedAt is not { } latest || at.Now >= latest;
        var run = new ScreeningRun(runtime, school, at, write);
        var signals = new ClassSignals(db, school, at.Day);
        var total = await db.Children.CountAsync(cancel);
        var reading = new ReadingAhead<IReadOnlyDictionary<ClassId, IReadOnlyList<ChildWithFacts>>>(runtime.Beside);
        await foreach (var (rooms, children) in reading.OfAsync(
            school.Classes.OrderBy(c => c.Name, StringComparer.Ordinal).Chunk(ClassesAtOnce), rooms => ReadAsync(signals, rooms, at, cancel)))
        {
            if (held is not null && !await held.GoOnAsync(cancel))
                return run.Report(); // another node screens by now; what was decided stands
            await run.ScreenAsync(rooms, children, cancel);
            progress?.Report((run.Screened, total));
        }

        if (write && total > 0)
            await RememberAsync(at, held, cancel);
        return run.Report();
    }

    /// <summary>Screens one child at once, because something was recorded that cannot wait.</summary>
    public async Task<ScreeningReport> RunForAsync(ChildId id, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
        var at = ScreeningMoment.At(runtime.Now, school.Time);
        if (school.School.LastScreenedAt > at.Now)
            at = at with { Day = school.School.LastScreenedOn!.Value, AllRegistersClosed = true };
        if (await IsSeenTomorrowAsync(db, id, at.Day.AddDays(1), cancel))
            at = at with { Day = at.Day.AddDays(1), AllRegistersClosed = false };
        var run = new ScreeningRun(runtime, school, at, write: true);
        var child = await db.Children.AsNoTracking().SingleAsync(c => c.Id == id, cancel);
        if (school.ClassOf(child) is not { } room)
            return run.Report();
        var signals = new ClassSignals(db, school, at.Day);
        var closed = at.AllRegistersClosed || await signals.IsRegisterClosedAsync(room, at.Now, cancel);
        var children = (await signals.OfClassAsync(room, closed, cancel)).Where(c => c.Child.Id == id).ToList();
        await run.ScreenAsync(children, await StandingOfChildren.OfAsync(db, db.Children.Where(c => c.Id == id), cancel), cancel);
        return run.Report();
    }

    /// <summary>Recorded by a clock that was past midnight, before this one is: the clocks of nodes differ, and one can be set back.</summary>
    private static Task<bool> IsSeenTomorrowAsync(CaseFlowDb db, ChildId id, DateOnly tomorrow, CancellationToken cancel) =>
        db.Observations.AnyAsync(o => o.ChildId == id && o.WithdrawnNo == null && o.Date == tomorrow, cancel);

    private static async Task<IReadOnlyDictionary<ClassId, IReadOnlyList<ChildWithFacts>>> ReadAsync(
        ClassSignals signals, ClassRoom[] rooms, ScreeningMoment at, CancellationToken cancel)
    {
        var closed = at.AllRegistersClosed ? null : await signals.ClosedRegistersAsync(rooms, at.Now, cancel);
        return await signals.OfClassesAsync(rooms, r => closed?.Contains(r.Id) != false, cancel);
    }

    private async Task RememberAsync(ScreeningMoment at, HeldWork? held, CancellationToken cancel)
    {
        using var db = runtime.Open();
        using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (held is not null && !await held.RenewAsync(db, cancel))
            return;
        await db.Schools.Where(s => s.LastScreenedAt == null || s.LastScreenedAt < at.Now).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.LastScreenedOn, at.Day).SetProperty(x => x.LastScreenedAt, at.Now), cancel);
        await transaction.CommitAsync(cancel);
    }
}
