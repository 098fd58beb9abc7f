using System.Runtime.CompilerServices;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>A child of a school with the rules of this repository; Monday to Friday are school days. Begins on Monday 2 March 2026, 08:00 UTC.</summary>
internal sealed class ChildInCare
{
    public static readonly StaffId Counselor = Staff(1);
    public static readonly StaffId HeadTeacher = Staff(2);
    public static readonly StaffId ClassTeacher = Staff(3);
    public static readonly StaffId Administrator = Staff(4);

    private static readonly CarePolicy Policy = CarePolicyFiles.Load(Path.Combine(Root(), "rules"));
    private readonly SchoolTime time = new(new SchoolCalendar([]), TimeZoneInfo.Utc);
    private long recorded;

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public ChildState State { get; private set; } = ChildState.Empty;

    public DateOnly Today => time.DayOf(Now);

    public CaseNo Case => State.OpenCase!.No;

    /// <summary>What the clock still has to bring, and when.</summary>
    public IEnumerable<(string Key, DateTimeOffset At)> Due => DueItems.Of(State, Policy.Escalations, time);

    public CareTask Task(string step) => State.Tasks.Values.Last(t => t.Step == step);

    /// <summary>A finding of a rule on something recorded just now.</summary>
    public FlagFinding Finding(string rule, string kind, int severity)
    {
        var words = new Words(rule, rule);
        return new FlagFinding(rule, kind, severity, Today, [new Evidence(EvidenceSource.Signal, Today, ++recorded, words)], words, words, "1");
    }

    public ChildInCare Wait(int days) => At(Now.AddDays(days));

    public ChildInCare At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    public Decision Screen(params FlagFinding[] findings) => Do(Actor.System, new ApplyScreening(Today, findings));

    public Decision Do(StaffId who, ChildCommand command) => Do(Actor.Of(who), command);

    public Decision Sweep() => Do(Actor.System, new HandleDue());

    public Decision Do(Actor who, ChildCommand command)
    {
        var staffing = new Staffing(Counselor, HeadTeacher, Administrator, ClassTeacher, null);
        var decision = ChildDecisions.Decide(State, command, new Circumstances(Now, time, Policy, staffing, who, recorded));
        State = decision.State;
        return decision;
    }

    private static StaffId Staff(byte no) => new(new Guid(no, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../.."));
}
