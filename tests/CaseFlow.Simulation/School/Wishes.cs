using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Simulation.Laws;
using CaseFlow.Simulation.Nodes;

namespace CaseFlow.Simulation.School;

/// <summary>What people at the school want to do next with a child, as its record stands: mostly sensible, sometimes not.</summary>
/// <remarks>
/// Each seed has leanings of its own, drawn once: at one school they ask the head teacher a lot, at another one emergency follows
/// the other. Where all is about equally likely, what takes several steps of a few kinds hardly ever comes about.
/// </remarks>
internal sealed class Wishes
{
    private readonly Chance chance;
    private readonly Ledger ledger;
    private readonly TrueTime time;
    private readonly Dictionary<Wish, int> leanings;
    private readonly int graveOneIn;

    public Wishes(Chance chance, Ledger ledger, TrueTime time)
    {
        (this.chance, this.ledger, this.time) = (chance, ledger, time);
        leanings = Enum.GetValues<Wish>().ToDictionary(w => w, w => w == Wish.See ? 1 : chance.Of([1, 1, 2, 6]));
        if (chance.OneIn(3))
            (leanings[Wish.Ask], leanings[Wish.Decide], leanings[Wish.GuardedStep]) = (12, 12, 12); // the head teacher is asked about everything
        graveOneIn = chance.Of([2, 4, 8]);
    }

    private enum Wish { See, Report, Note, Withdraw, Do, Move, Assign, Continue, Finish, AnswerFlag, Decide, Take, Assess, Plan, Review, Reopen, Close, Ask, GuardedStep, Give, Receive }

    private static readonly string[] Everyday =
        ["low-mood", "withdrawn", "crying", "quarrel", "bullied", "unwell", "injury", "truancy", "theft", "night-missing", "fight", "anxious"];

    private static readonly string[] Grave = ["self-harm-talk", "suspected-abuse", "unsafe-home", "run-away"];

    private static readonly string[] Guarded = ["refer", "share-file", "long-term-plan", "no-such-step"];

    private static readonly string[] OwnForms = ["Triage", "Assessment", "Plan", "Review"];

    /// <summary>A command and who gives it; and what was seen with it, if anything. No command: an observation alone.</summary>
    public (StaffId By, ChildCommand? Command, string? Seen) Next(ChildId who, string mark, DateOnly today)
    {
        var child = ledger.Children[who.Value];
        var wishes = new List<(Wish Kind, int Weight, Func<(StaffId, ChildCommand?, string?)> Ask)>
        {
            (Wish.See, child.OpenCase is null ? 30 : 6, () => (Anybody(), null, child.OpenCase is null && chance.OneIn(2) ? chance.Of(Grave) : Kind())),
            (Wish.See, HasHadAnEmergency(child) ? 15 : 0, () => (Anybody(), null, chance.Of(Grave))), // it begins anew
        };
        wishes.Add((Wish.Report, 2, () => (Anybody(), new ReportHarm("police", mark), null)));
        wishes.Add((Wish.Note, 2, () => (Anybody(), new AddNote(child.OpenCase is { } c ? new CaseNo(c.No) : null, mark, false), null)));
        foreach (var (signal, seen) in ledger.Signals.Of(who.Value).TakeLast(2))
            wishes.Add((Wish.Withdraw, 1, () => (Anybody(), new WithdrawSignal(SignalKind.Observation, signal, seen.On, mark), null)));
        foreach (var task in child.Tasks.Values.Where(t => t.IsPending && !OwnForms.Contains(t.Kind)))
        {
            wishes.Add((Wish.Do, IsUrgent(task.Step) ? 20 : 5, () => (By(task.Assignee), Complete(task.No, mark, today), chance.OneIn(4) ? Kind() : null)));
            wishes.Add((Wish.Move, 1, () => (By(task.Assignee), new MoveTask(new TaskNo(task.No), today.AddDays(chance.Below(12) - 1), mark), null)));
            wishes.Add((Wish.Assign, 1, () => (Anybody(), new AssignTask(new TaskNo(task.No), Anybody()), null)));
        }

        foreach (var task in child.Tasks.Values.Where(t => t.IsPending && (t.Kind is "Intervention" or "Continuation")))
        {
            wishes.Add((Wish.Continue, 2, () => (By(task.Assignee), new ContinueIntervention(new TaskNo(task.No), today.AddDays(chance.Below(20)), mark), null)));
            wishes.Add((Wish.Finish, 2, () => (By(task.Assignee), new FinishIntervention(new TaskNo(task.No), today, mark), null)));
        }

        foreach (var flag in child.ActiveFlags)
            wishes.Add((Wish.AnswerFlag, flag.Severity == 4 ? 10 : 3, () => (Anybody(), new AnswerFlag(new FlagNo(flag.No), chance.Of(Enum.GetValues<FlagResponse>()), mark), null)));
        foreach (var asked in child.Escalations.Values.Where(e => e.IsOpen || chance.OneIn(8)))
            wishes.Add((Wish.Decide, 8, () => Decide(asked, IsAskedAgain(child, asked), mark)));
        if (child.OpenCase is { } open)
            wishes.AddRange(OfCase(child, open, mark, today));
        else if (child.Cases.Count > 0 && chance.OneIn(3))
            wishes.AddRange(OfCase(child, child.Cases.Values.Last(), mark, today));

        // First what kind of thing, then which one: many tasks that wait do not crowd out the one decision that does.
        var kind = chance.Weighted([.. wishes.GroupBy(w => w.Kind).Select(g => (g.Max(w => w.Weight) * leanings[g.Key], g))]);
        return chance.Weighted([.. kind.Select(w => (w.Weight, w.Ask))])();
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

    private IEnumerable<(Wish Kind, int Weight, Func<(StaffId, ChildCommand?, string?)> Ask)> OfCase(ChildRecord child, CaseOnRecord care, string mark, DateOnly today)
    {
        var no = new CaseNo(care.No);
        var owner = By(care.Owner);
        yield return (Wish.Take, care.Taken ? 1 : 12, () => (chance.OneIn(3) ? Anybody() : owner, new TakeCase(no), null));
        yield return (Wish.Assess, care.Assessed ? 1 : 6, () => (owner, new AssessCase(no, mark), null));
        yield return (Wish.Plan, care.Planned ? 2 : 6, () => (owner, PlanOf(no, mark), null));
        yield return (Wish.Review, IsSettled(child, care) ? 20 : care.Planned ? 6 : 2, () => (owner, new ReviewCase(no, Finding(), mark, chance.OneIn(2) ? Math.Max(2, care.Level - 1) : null), null));
        if (!care.IsOpen)
            yield return (Wish.Reopen, 6, () => (owner, new ReopenCase(no, mark), null));
        yield return (Wish.Close, 2, () => (owner, new CloseCase(no, chance.OneIn(2) ? mark : null), null));
        yield return (Wish.Ask, care.Decisions.Count > 0 ? 12 : 6, () => (chance.OneIn(2) ? By(ledger.Staff.Head ?? care.Owner) : Anybody(), new RequestEscalation(no, mark, "step", chance.OneIn(4) ? null : StepOf(care)), null));
        yield return (Wish.GuardedStep, Refused(care).Count > 0 ? 40 : care.Decisions.Count > 0 ? 15 : 5, () => TakeStep(care, mark));
        yield return (Wish.Give, 3, () => (owner, new GiveCase(no, Anybody(), mark), null));
        if (child.TasksOf(care.No).FirstOrDefault(t => t.Step == "transfer-confirmed" && t.IsPending) is { } transfer)
            yield return (Wish.Receive, 6, () => (owner, Complete(transfer.No, mark, today), null));
    }

    /// <summary>About a step that is open already.</summary>
    private static bool IsAskedAgain(ChildRecord child, EscalationOnRecord asked) =>
        child.Cases[asked.Case].Decisions.Any(d => d.Value.Agreed && asked.Steps.Contains(d.Key));

    private (StaffId, ChildCommand?, string?) Decide(EscalationOnRecord asked, bool again, string mark)
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
                1 when again => new RejectEscalation(no, mark), // what was allowed is taken back
                1 => new ReturnEscalation(no, mark),
                _ => new ApproveEscalation(no, mark),
            };
        return (by, command, null);
    }

    private CompleteTask Complete(int task, string mark, DateOnly today) =>
        new(new TaskNo(task), today.AddDays(-chance.Below(3)), new Outcome(mark, Reached: !chance.OneIn(6)));

    /// <summary>A guarded step; mostly one that was decided about, often one that was refused, sometimes by whoever decided.</summary>
    private (StaffId, ChildCommand?, string?) TakeStep(CaseOnRecord care, string mark)
    {
        var step = Refused(care) is { Count: > 0 } refused && chance.OneIn(2) ? chance.Of(refused) : StepOf(care);
        var decider = care.Decisions.TryGetValue(step, out var last) && Guid.TryParse(last.By, out var by) ? by : care.Owner;
        return (By(chance.OneIn(3) ? decider : care.Owner), new TakeGuardedStep(new CaseNo(care.No), step, mark), null);
    }

    private static List<string> Refused(CaseOnRecord care) => [.. care.Decisions.Where(d => !d.Value.Agreed).Select(d => d.Key)];

    private string StepOf(CaseOnRecord care) => care.Decisions.Count > 0 && !chance.OneIn(3) ? chance.Of([.. care.Decisions.Keys]) : chance.Of(Guarded);

    private MakePlan PlanOf(CaseNo no, string mark) => new(
        no, [new Goal(mark, null, null)], chance.OneIn(2) ? [new PlannedIntervention("tutoring", Anybody(), null)] : [], chance.OneIn(4));

    private ReviewFinding Finding() => chance.Below(4) switch
    {
        0 => ReviewFinding.Worse,
        1 => ReviewFinding.Unchanged,
        _ => ReviewFinding.Improved,
    };

    private static bool IsUrgent(string step) => step.StartsWith("emergency", StringComparison.Ordinal);

    /// <summary>All that was urgent is done, and the flags of the emergency are answered.</summary>
    private static bool IsSettled(ChildRecord child, CaseOnRecord care) =>
        care.Level == 4 && child.ActiveFlags.All(f => f.Severity < 4) && !child.TasksOf(care.No).Any(t => t.IsPending && IsUrgent(t.Step));

    private static bool HasHadAnEmergency(ChildRecord child) =>
        child.OpenCase is { Level: < 4 } care && child.TasksOf(care.No).Any(t => IsUrgent(t.Step));

    private string Kind() => chance.OneIn(graveOneIn) ? chance.Of(Grave) : chance.Of(Everyday);

    private StaffId Anybody() => chance.Of(SmallSchool.Staff);

    private static StaffId By(Guid staff) => new(staff);
}
