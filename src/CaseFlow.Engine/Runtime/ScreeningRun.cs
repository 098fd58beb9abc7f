using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>One screening under way: gathers what it finds, and has written what changed.</summary>
internal sealed class ScreeningRun
{
    private readonly CareRuntime runtime;
    private readonly ScreeningMoment at;
    private readonly bool write;
    private readonly CarePolicy policy;
    private readonly ScreeningWrites writes;
    private readonly List<ScreenedFlag> flags = [];
    private readonly List<ScreenedLevel> levels = [];
    private readonly List<ScreenedCase> opened = [];
    private readonly List<ScreenedCase> updated = [];
    private readonly List<ScreeningFailure> failures = [];
    private readonly List<ScreeningRefusal> refused = [];

    /// <summary>The policy of now is that of the whole screening: rule files that change meanwhile are for the next.</summary>
    public ScreeningRun(CareRuntime runtime, SchoolOnFile school, ScreeningMoment at, bool write)
    {
        (this.runtime, this.at, this.write) = (runtime, at, write);
        policy = runtime.Policy();
        writes = new ScreeningWrites(runtime, school, at, policy);
    }

    public int Screened { get; private set; }

    public ScreeningReport Report() => new(
        at.Day, Screened, write,
        [.. flags.OrderBy(f => f.Student, StringComparer.Ordinal).ThenBy(f => f.Finding.Rule, StringComparer.Ordinal)],
        [.. levels.OrderBy(l => l.Student, StringComparer.Ordinal)],
        opened, updated, failures, refused);

    /// <summary>Screens whole classes, and hands over what is open of the children who have left them.</summary>
    public async Task ScreenAsync(
        IReadOnlyList<ClassRoom> rooms, IReadOnlyDictionary<ClassId, IReadOnlyList<ChildWithFacts>> children, CancellationToken cancel)
    {
        using var db = runtime.Open();
        var ids = rooms.Select(r => r.Id).ToList();
        var inClasses = db.Children.Where(c => ids.Contains(c.ClassId));
        var standing = await StandingOfChildren.OfAsync(db, inClasses, cancel);
        await ScreenAsync([.. rooms.SelectMany(r => children[r.Id])], standing, cancel);
        if (write)
            Take(await writes.WriteAsync(await new LeftChildren(db, standing, at.Day).CommandsAsync(inClasses, cancel), cancel));
    }

    /// <summary>Screens these children.</summary>
    public async Task ScreenAsync(IReadOnlyList<ChildWithFacts> children, StandingOfChildren standing, CancellationToken cancel)
    {
        var commands = new List<ScreeningCommand>();
        var above = new List<(Child Child, IReadOnlyList<FlagFinding> Active)>();
        var all = policy.RuleEngine.Evaluate([.. children.Select(c => c.Facts)]);
        foreach (var ((child, _), found) in children.Zip(all))
        {
            Screened++;
            foreach (var failure in found.Failures)
                failures.Add(new ScreeningFailure(child.StudentNo, failure));
            var known = standing.FlagsOf(child.Id);
            var active = Standing.After(found.Flags, known, at.Day);
            if (write && Standing.NeedsWriting(active, known, policy.RuleEngine.LevelOf(active).Level, standing.OpenCaseOf(child.Id)))
                commands.Add(new ScreeningCommand(child.Id, new ApplyScreening(at.Day, found.Flags)));
            if (active.Count > 0)
                above.Add((child, active));
        }

        var written = Take(await writes.WriteAsync(commands, cancel));
        foreach (var (child, active) in above)
            Tell(child, written.GetValueOrDefault(child.Id) ?? active);
    }

    /// <summary>Notes what was written; the flags that are active afterwards, of the children for whom nothing was refused.</summary>
    private Dictionary<ChildId, IReadOnlyList<FlagFinding>> Take(IReadOnlyList<ScreeningWritten> written)
    {
        var active = new Dictionary<ChildId, IReadOnlyList<FlagFinding>>();
        foreach (var (before, decision) in written)
        {
            var student = before.Child.StudentNo;
            if (decision.Refusal is { } no)
            {
                refused.Add(new ScreeningRefusal(student, no));
                continue;
            }

            active[before.Child.Id] = [.. decision.State.ActiveFlags.Select(f => f.Finding)];
            if (decision.Happened.Count > 0 && decision.State.OpenCase is { } care)
                (before.State.OpenCase is null ? opened : updated).Add(new ScreenedCase(student, care.No, care.Level));
        }

        return active;
    }

    private void Tell(Child child, IReadOnlyList<FlagFinding> active)
    {
        foreach (var finding in active)
            flags.Add(new ScreenedFlag(child.StudentNo, finding));
        if (policy.RuleEngine.LevelOf(active).Level is > 0 and var level)
            levels.Add(new ScreenedLevel(child.StudentNo, level));
    }
}
