using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>The present of a screening.</summary>
/// <param name="Now">The instant at which what follows happens.</param>
/// <param name="AllRegistersClosed">A date alone means the end of that day, all registers closed.</param>
public sealed record ScreeningMoment(DateOnly Day, DateTimeOffset Now, bool AllRegistersClosed)
{
    /// <summary>The end of a day.</summary>
    public static ScreeningMoment EndOf(DateOnly day, SchoolTime time) => new(day, time.EndOf(day).AddSeconds(-1), true);

    /// <summary>An instant, with the registers as they stand then.</summary>
    public static ScreeningMoment At(DateTimeOffset now, SchoolTime time) => new(time.DayOf(now), now, false);
}

/// <summary>Evaluates the rules for every child, and writes where something changed.</summary>
public sealed class SchoolScreening(CareRuntime runtime)
{
    private const int MostTries = 5;

    /// <summary>Screens the whole school.</summary>
    /// <param name="progress">Told how many children of how many are done.</param>
    public async Task<ScreeningReport> RunAsync(
        Func<SchoolTime, ScreeningMoment> moment, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
        var at = moment(school.Time);
        var write = school.School.LastScreenedAt is not { } latest || at.Now >= latest;
        var run = new Run(runtime, school, at, write);
        var signals = new ClassSignals(db, school, at.Day);
        var total = await db.Children.CountAsync(cancel);
        foreach (var room in school.Classes.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var closed = at.AllRegistersClosed || await signals.IsRegisterClosedAsync(room, at.Now, cancel);
            var children = await signals.OfClassAsync(room, closed, cancel);
            await run.ScreenAsync(children.Select(c => (c.Child, run.Policy.Rules.Evaluate(c.Facts))), room.Id, cancel);
            progress?.Report((run.Screened, total));
        }

        if (write && total > 0)
            await RememberAsync(at, cancel);
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
        var run = new Run(runtime, school, at, write: true);
        var child = await db.Children.AsNoTracking().SingleAsync(c => c.Id == id, cancel);
        if (school.ClassOf(child) is not { } room)
            return run.Report();
        var signals = new ClassSignals(db, school, at.Day);
        var closed = at.AllRegistersClosed || await signals.IsRegisterClosedAsync(room, at.Now, cancel);
        var children = (await signals.OfClassAsync(room, closed, cancel)).Where(c => c.Child.Id == id);
        await run.ScreenAsync(children.Select(c => (c.Child, run.Policy.Rules.Evaluate(c.Facts))), null, cancel);
        return run.Report();
    }

    private async Task RememberAsync(ScreeningMoment at, CancellationToken cancel)
    {
        using var db = runtime.Open();
        await db.Schools.Where(s => s.LastScreenedAt == null || s.LastScreenedAt < at.Now).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.LastScreenedOn, at.Day).SetProperty(x => x.LastScreenedAt, at.Now), cancel);
    }

    /// <summary>One screening under way.</summary>
    private sealed class Run(CareRuntime runtime, SchoolOnFile school, ScreeningMoment at, bool write)
    {
        private readonly List<ScreenedFlag> flags = [];
        private readonly List<ScreenedLevel> levels = [];
        private readonly List<ScreenedCase> opened = [];
        private readonly List<ScreenedCase> updated = [];
        private readonly List<ScreeningFailure> failures = [];
        private readonly List<ScreeningRefusal> refused = [];

        /// <summary>The policy of the whole screening: rule files that change meanwhile are for the next.</summary>
        public CarePolicy Policy { get; } = runtime.Policy();

        public int Screened { get; private set; }

        public ScreeningReport Report() => new(
            at.Day, Screened, write,
            [.. flags.OrderBy(f => f.Student, StringComparer.Ordinal).ThenBy(f => f.Finding.Rule, StringComparer.Ordinal)],
            [.. levels.OrderBy(l => l.Student, StringComparer.Ordinal)],
            opened, updated, failures, refused);

        public async Task ScreenAsync(IEnumerable<(Child Child, Findings Found)> children, ClassId? room, CancellationToken cancel)
        {
            using var db = runtime.Open();
            var known = await KnownAsync(db, room, cancel);
            var seen = new HashSet<ChildId>();
            foreach (var (child, found) in children)
            {
                Screened++;
                seen.Add(child.Id);
                failures.AddRange(found.Failures.Select(f => new ScreeningFailure(child.StudentNo, f)));
                var flagsOfChild = room is null ? await db.Flags.AsNoTracking().Where(f => f.ChildId == child.Id).ToListAsync(cancel) : known.Flags[child.Id].ToList();
                var caseOfChild = await CaseAsync(db, known, child, room, cancel);
                var active = Standing.After(found.Flags, flagsOfChild, at.Day);
                var level = Policy.Levels.Of(active.Select(f => (f.Kind, f.Severity))).Level;
                if (write && Standing.NeedsWriting(active, flagsOfChild, level, caseOfChild))
                    active = await WriteAsync(child.Id, new ApplyScreening(at.Day, found.Flags), cancel) ?? active;
                level = Policy.Levels.Of(active.Select(f => (f.Kind, f.Severity))).Level;
                flags.AddRange(active.Select(f => new ScreenedFlag(child.StudentNo, f)));
                if (level > 0)
                    levels.Add(new ScreenedLevel(child.StudentNo, level));
            }

            if (write && room is { } left)
                await LeaveAsync(db, left, seen, known, cancel);
        }

        private async Task LeaveAsync(CaseFlowDb db, ClassId room, HashSet<ChildId> seen, Known known, CancellationToken cancel)
        {
            var day = at.Day;
            var gone = await db.Children.AsNoTracking().Where(c => c.ClassId == room && c.LeftOn <= day && c.HeadVersion > 0).ToListAsync(cancel);
            foreach (var child in gone.Where(c => !seen.Contains(c.Id)))
            {
                var open = known.Cases.GetValueOrDefault(child.Id);
                var openNo = open?.No.Value ?? 0;
                if (known.Flags[child.Id].Any(f => f.Status == FlagStatus.Active) || open is { IsLeaving: false }
                    || await db.Tasks.AnyAsync(t => t.ChildId == child.Id && (t.CaseNo == 0 || t.CaseNo != openNo) && (t.State == TaskState.Open || t.State == TaskState.Scheduled), cancel))
                {
                    await WriteAsync(child.Id, new ApplyScreening(day, [], child.LeftOn, child.LeftTo), cancel);
                }
            }
        }

        /// <summary>Decides and commits; the flags that are active afterwards, or null where it was refused.</summary>
        private async Task<IReadOnlyList<FlagFinding>?> WriteAsync(ChildId id, ApplyScreening command, CancellationToken cancel)
        {
            for (var attempt = 1; ; attempt++)
            {
                using var db = runtime.Open();
                var loaded = (await ChildStreams.LoadAsync(db, id, cancel))!;
                var policy = await runtime.Workflows.CompleteAsync(runtime, Policy, loaded.State, cancel);
                var staffing = school.StaffingFor(loaded.Child, at.Now);
                var decision = ChildDecisions.Decide(loaded.State, command, new Circumstances(
                    at.Now, school.Time, policy, staffing, Actor.System, school.School.RecordedNo));
                if (decision.Refusal is { } no)
                {
                    refused.Add(new ScreeningRefusal(loaded.Child.StudentNo, no));
                    return null;
                }

                try
                {
                    ChildStreams.Append(db, loaded, decision, Policy.Escalations, school.Time, staffing);
                    await db.SaveChangesAsync(cancel);
                }
                catch (DbUpdateException e) when (attempt < MostTries && Conflicts.IsConflict(e))
                {
                    continue;
                }

                school.Count(loaded.State, decision.State);
                Tell(loaded, decision);
                return [.. decision.State.ActiveFlags.Select(f => f.Finding)];
            }
        }

        private void Tell(LoadedChild loaded, Decision decision)
        {
            if (decision.Happened.Count == 0 || decision.State.OpenCase is not { } care)
                return;
            var told = new ScreenedCase(loaded.Child.StudentNo, care.No, care.Level);
            (loaded.State.OpenCase is null ? opened : updated).Add(told);
        }

        private static async Task<Known> KnownAsync(CaseFlowDb db, ClassId? room, CancellationToken cancel)
        {
            if (room is not { } id)
                return new Known(Array.Empty<FlagRow>().ToLookup(f => f.ChildId), []);
            var children = db.Children.Where(c => c.ClassId == id);
            var flags = await children.Join(db.Flags.AsNoTracking(), c => c.Id, f => f.ChildId, (_, f) => f).ToListAsync(cancel);
            var cases = await children.Join(db.Cases.AsNoTracking().Where(c => c.IsOpen), c => c.Id, c => c.ChildId, (_, c) => c).ToListAsync(cancel);
            return new Known(flags.ToLookup(f => f.ChildId), cases.ToDictionary(c => c.ChildId));
        }

        private static async Task<CaseRow?> CaseAsync(CaseFlowDb db, Known known, Child child, ClassId? room, CancellationToken cancel) =>
            room is null
                ? await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.ChildId == child.Id && c.IsOpen, cancel)
                : known.Cases.GetValueOrDefault(child.Id);

        /// <summary>What the read models say of a class before it is screened.</summary>
        private sealed record Known(ILookup<ChildId, FlagRow> Flags, Dictionary<ChildId, CaseRow> Cases);
    }
}
