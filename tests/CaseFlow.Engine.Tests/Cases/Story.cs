using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>A child's story as tests tell it: commands one after the other at a clock that the test moves.</summary>
internal sealed class Story
{
    public static readonly StaffId Counselor = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    public static readonly StaffId Head = new(Guid.Parse("00000000-0000-0000-0000-000000000002"));
    public static readonly StaffId Teacher = new(Guid.Parse("00000000-0000-0000-0000-000000000003"));
    public static readonly StaffId Paired = new(Guid.Parse("00000000-0000-0000-0000-000000000004"));
    public static readonly StaffId Admin = new(Guid.Parse("00000000-0000-0000-0000-000000000005"));

    private static readonly Lazy<CarePolicy> Shared = new(() => CarePolicyFiles.Load(Repository.Rules));

    /// <summary>A Monday, 10:00 at the school.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    public ChildState State { get; private set; } = ChildState.Empty;

    /// <summary>All that happened, oldest first.</summary>
    public List<Happened> Journal { get; } = [];

    public Decision Last { get; private set; } = new(ChildState.Empty, [], null);

    public Staffing Staffing { get; set; } = new(Counselor, Head, Admin, Teacher, Paired);

    public SchoolTime Time { get; } = new(new SchoolCalendar([]), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public long Recorded { get; set; } = 1;

    /// <summary>The files in force; a test can change them on the way.</summary>
    public CarePolicy InForce { get; set; } = Policy;

    public DateOnly Today => Time.DayOf(Now);

    public CareCase Case => State.Cases.Values.Last();

    public Escalation Escalation => State.Escalations.Values.Last();

    public static CarePolicy Policy => Shared.Value;

    /// <summary>A finding of a rule on one signal of today.</summary>
    public FlagFinding Found(string kind, int severity, string? rule = null, long? recorded = null, EvidenceSource source = EvidenceSource.Signal) => new(
        rule ?? kind, kind, severity, Today,
        [new Evidence(source, Today, source == EvidenceSource.Signal ? recorded ?? Recorded : 0, new Words("证据", "evidence"))],
        new Words(kind, kind), new Words("因为", "because"), "v1");

    public Story Screen(params FlagFinding[] findings) => Do(new ApplyScreening(Today, findings), null);

    /// <summary>Puts an event on record that no command of this story gives.</summary>
    public Story Happens(ChildEvent what)
    {
        var happened = new Happened(what, Actor.System, Now);
        State = State.After(happened);
        Journal.Add(happened);
        return this;
    }

    /// <summary>The child has left for another school.</summary>
    public Story Leave(string to) => Do(new ApplyScreening(Today, [], Today, to), null);

    public Story By(StaffId who, ChildCommand command) => Do(command, who);

    /// <summary>Moves the clock on, and lets everything that falls due on the way happen, each at its time.</summary>
    public Story Pass(TimeSpan span)
    {
        var until = Now + span;
        while (DueItems.Of(State, InForce.Escalations, Time).Select(d => d.At).Where(at => at <= until).Order().Cast<DateTimeOffset?>().FirstOrDefault() is { } next)
        {
            Now = next > Now ? next : Now;
            Do(new HandleDue(), null);
            DueItems.Of(State, InForce.Escalations, Time).ShouldAllBe(d => d.At > Now);
        }

        Now = until;
        return this;
    }

    public Story PassDays(int days) => Pass(TimeSpan.FromDays(days));

    public CareTask Task(string step) => State.Tasks.Values.Last(t => t.Step == step);

    public Story Finish(string step, StaffId by, DateOnly? on = null) => By(by, new CompleteTask(Task(step).No, on ?? Today, new Outcome("谈过了")));

    /// <summary>A case that was taken, assessed and planned.</summary>
    public Story Planned(int level = 2) => Screen(Found("emotion", level))
        .By(Counselor, new TakeCase(new CaseNo(1)))
        .By(Counselor, new AssessCase(new CaseNo(1), "需要陪伴"))
        .By(Counselor, new MakePlan(new CaseNo(1), [new Goal("按时到校", null, null)], [new PlannedIntervention("tutoring", Teacher, null)], false));

    private Story Do(ChildCommand command, StaffId? who)
    {
        Last = ChildDecisions.Decide(
            State, command, new Circumstances(Now, Time, InForce, Staffing, who is { } staff ? Actor.Of(staff) : Actor.System, Recorded));
        if (Last.IsRefused)
            Last.State.ShouldBeSameAs(State, "a refusal changes nothing");
        State = Last.State;
        Journal.AddRange(Last.Happened);
        CheckLaws();
        return this;
    }

    /// <summary>Laws that hold after every decision.</summary>
    private void CheckLaws()
    {
        State.Cases.Values.Count(c => c.IsOpen).ShouldBeLessThanOrEqualTo(1);
        if (State.OpenCase is not { } open)
            return;
        (State.TasksOf(open.No).Any(t => t.IsPending) || State.OpenEscalationOf(open.No) is not null).ShouldBeTrue("an open case has a next date");
        State.Escalations.Values.Count(e => e.Case == open.No && e.IsOpen).ShouldBeLessThanOrEqualTo(1);
        State.Tasks.Values.Select(t => (t.Case, t.Step, t.Occurrence)).ShouldBeUnique();
    }
}
