using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance.Workflow;

/// <summary>A child to whom anything can happen: flags of any severity, people who do their tasks, or something else, or nothing for weeks.</summary>
public sealed class RandomLife(int seed, CarePolicy policy)
{
    private const int Moves = 80;

    private static readonly StaffId Counselor = Staff(1);
    private static readonly StaffId Head = Staff(2);
    private static readonly StaffId Teacher = Staff(3);

#pragma warning disable CA5394 // a test wants the same chances every time
    private readonly Random chance = new(seed);
    private readonly SchoolTime time = new(new SchoolCalendar([]), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    private readonly List<Happened> journal = [];
    private DateTimeOffset now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private ChildState state = ChildState.Empty;
    private long recorded;

    private DateOnly Today => time.DayOf(now);

    /// <summary>The hash of every row that a journal would be kept in, each after what happened.</summary>
    public static IEnumerable<string> Rows(IEnumerable<Happened> journal)
    {
        var (before, version) = ("", 0);
        foreach (var happened in journal)
        {
            var row = JournalRows.Make(new SchoolId(Guid.Empty), new ChildId(Guid.Empty), ++version, happened, before);
            before = row.Hash;
            yield return $"{row.At} {row.Type} {row.Payload} {row.Hash}";
        }
    }

    public IReadOnlyList<Happened> Live()
    {
        Do(Actor.System, new ApplyScreening(Today, [Found("emotion", chance.Next(2, 5))]));
        for (var move = 0; move < Moves; move++)
        {
            Pass(TimeSpan.FromHours(chance.Next(0, 120)));
            var (who, what) = Move();
            Do(who, what);
        }

        return journal;
    }

    private (Actor Who, ChildCommand What) Move()
    {
        var pending = state.Tasks.Values.Where(t => t.IsPending).ToList();
        var no = state.OpenCase?.No ?? new CaseNo(1);
        var escalation = state.Escalations.Values.LastOrDefault()?.No ?? new EscalationNo(1);
        return chance.Next(12) switch
        {
            0 => (Actor.System, new ApplyScreening(Today, [Found("emotion", chance.Next(1, 5))])),
            1 => (Actor.System, new ApplyScreening(Today, [])),
            2 => (Actor.Of(Counselor), new TakeCase(no)),
            3 => (Actor.Of(Counselor), new AssessCase(no, "需要陪伴")),
            4 => (Actor.Of(Counselor), new MakePlan(no, [new Goal("按时到校", null, null)], [new PlannedIntervention("tutoring", Teacher, null)], false)),
            5 or 6 => (Actor.Of(Counselor), new ReviewCase(no, chance.Next(4) > 0 ? ReviewFinding.Improved : ReviewFinding.Unchanged, "看过了", null)),
            7 => (Actor.Of(Head), new ApproveEscalation(escalation, null)),
            8 when chance.Next(3) == 0 => (Actor.Of(Counselor), new CloseCase(no, null)),
            _ when pending.Count > 0 => Finish(pending[chance.Next(pending.Count)]),
            _ => (Actor.System, new HandleDue()),
        };
    }

    private (Actor Who, ChildCommand What) Finish(CareTask task) =>
        (Actor.Of(task.Assignee), new CompleteTask(task.No, Today, new Outcome("谈过了")));

    /// <summary>Moves the clock on; what falls due on the way happens at its time.</summary>
    private void Pass(TimeSpan span)
    {
        var until = now + span;
        while (DueItems.Of(state, policy.Escalations, time).Select(d => d.At).Where(at => at <= until).Order().Cast<DateTimeOffset?>().FirstOrDefault() is { } next)
        {
            now = next > now ? next : now;
            Do(Actor.System, new HandleDue());
        }

        now = until;
    }

    /// <summary>What is refused changes nothing, and is part of life.</summary>
    private void Do(Actor who, ChildCommand command)
    {
        var staffing = new Staffing(Counselor, Head, Staff(5), Teacher, Staff(4));
        var decision = ChildDecisions.Decide(state, command, new Circumstances(now, time, policy, staffing, who, recorded));
        state = decision.State;
        journal.AddRange(decision.Happened);
    }

    private FlagFinding Found(string kind, int severity)
    {
        var words = new Words(kind, kind);
        return new FlagFinding(kind, kind, severity, Today, [new Evidence(EvidenceSource.Signal, Today, ++recorded, words)], words, words, "1");
    }

    private static StaffId Staff(byte no) => new(new Guid(no, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
}
