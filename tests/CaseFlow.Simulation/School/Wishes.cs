using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Simulation.Laws;
using CaseFlow.Simulation.Nodes;

namespace CaseFlow.Simulation.School;

/// <summary>What people at the school want to do next with a child, as its record stands: mostly sensible, sometimes not.</summary>
internal sealed class Wishes(Chance chance, Ledger ledger, TrueTime time)
{
    private static readonly string[] Everyday =
        ["low-mood", "withdrawn", "crying", "quarrel", "bullied", "unwell", "injury", "truancy", "theft", "night-missing", "fight", "anxious"];

    private static readonly string[] Grave = ["self-harm-talk", "suspected-abuse", "unsafe-home", "run-away"];

    private static readonly string[] Guarded = ["refer", "share-file", "long-term-plan", "no-such-step"];

    private static readonly string[] OwnForms = ["Triage", "Assessment", "Plan", "Review"];

    /// <summary>A command and who gives it; and what was seen with it, if anything. No command: an observation alone.</summary>
    public (StaffId By, ChildCommand? Command, string? Seen) Next(ChildId who, string mark, DateOnly today)
    {
        var child = ledger.Children[who.Value];
        var wishes = new List<(int, Func<(StaffId, ChildCommand?, string?)>)> { (child.OpenCase is null ? 30 : 6, () => (Anybody(), null, Kind())) };
        wishes.Add((2, () => (Anybody(), new ReportHarm("police", mark), null)));
        wishes.Add((2, () => (Anybody(), new AddNote(child.OpenCase is { } c ? new CaseNo(c.No) : null, mark, false), null)));
        foreach (var (signal, seen) in ledger.Signals.Of(who.Value).TakeLast(2))
            wishes.Add((1, () => (Anybody(), new WithdrawSignal(SignalKind.Observation, signal, seen.On, mark), null)));
        foreach (var task in child.Tasks.Values.Where(t => t.IsPending && !OwnForms.Contains(t.Kind)))
        {
            wishes.Add((5, () => (By(task.Assignee), Complete(task.No, mark, today), chance.OneIn(4) ? Kind() : null)));
            wishes.Add((1, () => (By(task.Assignee), new MoveTask(new TaskNo(task.No), today.AddDays(chance.Below(12) - 1), mark), null)));
            wishes.Add((1, () => (Anybody(), new AssignTask(new TaskNo(task.No), Anybody()), null)));
        }

        foreach (var task in child.Tasks.Values.Where(t => t.IsPending && (t.Kind is "Intervention" or "Continuation")))
        {
            wishes.Add((2, () => (By(task.Assignee), new ContinueIntervention(new TaskNo(task.No), today.AddDays(chance.Below(20)), mark), null)));
            wishes.Add((2, () => (By(task.Assignee), new FinishIntervention(new TaskNo(task.No), today, mark), null)));
        }

        foreach (var flag in child.ActiveFlags)
            wishes.Add((3, () => (Anybody(), new AnswerFlag(new FlagNo(flag.No), chance.Of(Enum.GetValues<FlagResponse>()), mark), null)));
        foreach (var asked in child.Escalations.Values.Where(e => e.IsOpen || chance.OneIn(8)))
            wishes.Add((6, () => Decide(asked, mark)));
        if (child.OpenCase is { } open)
            wishes.AddRange(OfCase(child, open, mark, today));
        else if (child.Cases.Count > 0 && chance.OneIn(3))
            wishes.AddRange(OfCase(child, child.Cases.Values.Last(), mark, today));
        return chance.Weighted(wishes)();
    }

    /// <summary>The head teacher is away, or somebody leaves the school; and who says so.</summary>
    public (StaffId By, StaffWish Wish) NextAboutStaff()
    {
        var staff = ledger.Staff;
        var head = By(chance.OneIn(5) ? Anybody().Value : staff.Head ?? SmallSchool.Head.Value);
        var from = time.Now.AddHours(chance.Below(30) - 6);
        return chance.Weighted<Func<(StaffId, StaffWish)>>([
            (6, () => (head, new NameDelegate(Anybody(), from, from.AddHours(chance.Below(120))))),
            (staff.Delegations.Count > 0 ? 2 : 0, () => (head, new EndDelegation(chance.Of(staff.Delegations).Id))),
            (staff.Successors.Count < 2 ? 2 : 0, () => (SmallSchool.Administrator, new HandOverAll(Leaver(), Anybody()))),
        ])();

        // The administrator stays: somebody has to be left who is entitled to everything.
        StaffId Leaver() => chance.Of([.. SmallSchool.Staff.Where(s => s != SmallSchool.Administrator)]);
    }

    private IEnumerable<(int, Func<(StaffId, ChildCommand?, string?)>)> OfCase(ChildRecord child, CaseOnRecord care, string mark, DateOnly today)
    {
        var no = new CaseNo(care.No);
        var owner = By(care.Owner);
        yield return (care.Taken ? 1 : 12, () => (chance.OneIn(3) ? Anybody() : owner, new TakeCase(no), null));
        yield return (care.Assessed ? 1 : 6, () => (owner, new AssessCase(no, mark), null));
        yield return (care.Planned ? 2 : 6, () => (owner, PlanOf(no, mark), null));
        yield return (care.Planned ? 6 : 2, () => (owner, new ReviewCase(no, Finding(), mark, chance.OneIn(2) ? Math.Max(2, care.Level - 1) : null), null));
        if (!care.IsOpen)
            yield return (6, () => (owner, new ReopenCase(no, mark), null));
        yield return (2, () => (owner, new CloseCase(no, chance.OneIn(2) ? mark : null), null));
        yield return (3, () => (chance.OneIn(3) ? By(ledger.Staff.Head ?? care.Owner) : Anybody(), new RequestEscalation(no, mark, "step", chance.OneIn(4) ? null : chance.Of(Guarded)), null));
        yield return (5, () => (owner, new TakeGuardedStep(no, chance.Of(Guarded), mark), null));
        yield return (3, () => (owner, new GiveCase(no, Anybody(), mark), null));
        if (child.TasksOf(care.No).FirstOrDefault(t => t.Step == "transfer-confirmed" && t.IsPending) is { } transfer)
            yield return (6, () => (owner, Complete(transfer.No, mark, today), null));
    }

    private (StaffId, ChildCommand?, string?) Decide(EscalationOnRecord asked, string mark)
    {
        var no = new EscalationNo(asked.No);
        var by = chance.Below(6) switch
        {
            0 => Anybody(),
            1 when Guid.TryParse(asked.RequestedBy, out var asker) => By(asker),
            2 => SmallSchool.Administrator,
            3 when ledger.Staff.Delegations is { Count: > 0 } known => By(chance.Of(known).Delegate),
            _ => By(ledger.Staff.Approver ?? SmallSchool.Administrator.Value),
        };
        ChildCommand command = asked.Status == "Returned" && !chance.OneIn(5)
            ? new AnswerEscalation(no, mark)
            : chance.Below(4) switch
            {
                0 => new RejectEscalation(no, mark),
                1 => new ReturnEscalation(no, mark),
                _ => new ApproveEscalation(no, mark),
            };
        return (by, command, null);
    }

    private CompleteTask Complete(int task, string mark, DateOnly today) =>
        new(new TaskNo(task), today.AddDays(-chance.Below(3)), new Outcome(mark, Reached: !chance.OneIn(6)));

    private MakePlan PlanOf(CaseNo no, string mark) => new(
        no, [new Goal(mark, null, null)], chance.OneIn(2) ? [new PlannedIntervention("tutoring", Anybody(), null)] : [], chance.OneIn(4));

    private ReviewFinding Finding() => chance.Below(4) switch
    {
        0 => ReviewFinding.Worse,
        1 => ReviewFinding.Unchanged,
        _ => ReviewFinding.Improved,
    };

    private string Kind() => chance.OneIn(4) ? chance.Of(Grave) : chance.Of(Everyday);

    private StaffId Anybody() => chance.Of(SmallSchool.Staff);

    private static StaffId By(Guid staff) => new(staff);
}
