using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Web.Simulation.Telling;

/// <summary>Counts the events of a run, in all and by week.</summary>
internal sealed class StoryCount
{
    private const string FirstContactStep = "first-contact";

    private readonly SchoolTime time;
    private readonly StoryTotals totals = new();
    private readonly List<StoryWeek> weeks;
    private readonly List<int> contactDays = [];
    private readonly DateOnly first;

    public StoryCount(SchoolTime time, DateOnly first, DateOnly last)
    {
        (this.time, this.first) = (time, first);
        weeks = [.. Enumerable.Range(0, ((last.DayNumber - first.DayNumber) / 7) + 1).Select(n => new StoryWeek { From = first.AddDays(7 * n) })];
    }

    public IReadOnlyList<StoryWeek> Weeks => weeks;

    public void Tell(ChildState before, Happened happened, ChildState after)
    {
        var week = weeks[Math.Clamp((time.DayOf(happened.At).DayNumber - first.DayNumber) / 7, 0, weeks.Count - 1)];
        TellFlags(happened.Event, week);
        TellCases(happened.Event, before, week);
        TellEscalations(happened.Event, before, week);
        TellTasks(happened, before, after, week);
    }

    public StoryTotals End()
    {
        contactDays.Sort();
        var (n, middle) = (contactDays.Count, contactDays.Count / 2);
        if (n > 0)
            totals.FirstContact = new FirstContact(n, n % 2 == 1 ? contactDays[middle] : (contactDays[middle - 1] + contactDays[middle]) / 2.0, contactDays[^1]);
        return totals;
    }

    private void TellFlags(ChildEvent what, StoryWeek week)
    {
        switch (what)
        {
            case FlagRaised e:
                week.Flags++;
                totals.Flags.Raised++;
                totals.Flags.BySeverity[e.Finding.Severity]++;
                totals.Flags.ByRule[e.Finding.Rule] = totals.Flags.ByRule.GetValueOrDefault(e.Finding.Rule) + 1;
                break;
            case FlagAnswered:
                totals.Flags.Answered++;
                break;
            case FlagLapsed:
                totals.Flags.Lapsed++;
                break;
        }
    }

    private void TellCases(ChildEvent what, ChildState before, StoryWeek week)
    {
        switch (what)
        {
            case CaseOpened e:
                week.CasesOpened++;
                totals.Cases.Opened++;
                totals.Cases.OpenedByLevel[e.Level]++;
                break;
            case CaseClosed e:
                var care = before.Cases[e.Case];
                week.CasesClosed++;
                totals.Cases.Closed++;
                totals.Cases.ClosedByLevel[care.Level]++;
                _ = e.Reason is null ? totals.Cases.ConditionsMet++ : care.LeavingFor is not null ? totals.Cases.Transfers++ : totals.Cases.Early++;
                break;
            case LevelChanged e:
                _ = e.To > e.From ? totals.LevelsRaised++ : totals.LevelsLowered++;
                break;
            case CaseReviewed e:
                totals.Reviews[e.Finding.ToString().ToLowerInvariant()]++;
                break;
            case GuardedStepTaken:
                totals.GuardedStepsTaken++;
                break;
            case HarmReported:
                totals.HarmReports++;
                break;
        }
    }

    private void TellEscalations(ChildEvent what, ChildState before, StoryWeek week)
    {
        var sums = totals.Escalations;
        switch (what)
        {
            case EscalationRequested e:
                week.EscalationsAsked++;
                sums.Asked++;
                Reason(e.Reason, e.Emergency);
                break;
            case EscalationJoined e:
                Reason(e.Reason, e.Emergency && !before.Escalations[e.Escalation].Emergency);
                break;
            case EscalationApproved e:
                week.EscalationsDecided++;
                _ = before.Escalations[e.Escalation].Emergency ? sums.EmergenciesRatified++ : sums.Approved++;
                break;
            case EscalationRejected:
                week.EscalationsDecided++;
                sums.Rejected++;
                break;
            case EscalationReturned:
                sums.Returned++;
                break;
            case EscalationReminded:
                sums.Reminders++;
                break;
        }

        void Reason(EscalationReason reason, bool emergency)
        {
            sums.ByRule[reason.Rule] = sums.ByRule.GetValueOrDefault(reason.Rule) + 1;
            sums.Emergencies += emergency ? 1 : 0;
        }
    }

    private void TellTasks(Happened happened, ChildState before, ChildState after, StoryWeek week)
    {
        var sums = totals.Tasks;
        switch (happened.Event)
        {
            case TaskIssued:
                sums.Issued++;
                break;
            case TaskFellLate:
                sums.FellLate++;
                break;
            case TaskWithdrawn:
                sums.Withdrawn++;
                break;
            case TaskMoved when !happened.By.IsSystem:
                sums.Moved++;
                break;
            case TaskTried:
                sums.NobodyMet++;
                break;
            case TaskDone e:
                Done(after.Tasks[e.Task], after, week);
                break;
        }
    }

    private void Done(CareTask task, ChildState state, StoryWeek week)
    {
        var sums = totals.Tasks;
        sums.Done++;
        var done = task.DoneOn!.Value;
        sums.EnteredDaysLater += time.DayOf(task.EnteredAt!.Value) > done ? 1 : 0;
        sums.Talks += task.Kind == TaskKind.Talk ? 1 : 0;
        sums.Calls += task.Kind == TaskKind.Call ? 1 : 0;
        sums.CheckVisits += task.Step == WorkflowDefinition.CheckVisit ? 1 : 0;
        if (task.Kind == TaskKind.HomeVisit)
        {
            var late = done > task.Due.On;
            week.Visits++;
            sums.HomeVisits++;
            week.VisitsLate += late ? 1 : 0;
            _ = late ? sums.HomeVisitsLate++ : sums.HomeVisitsInTime++;
        }

        if (task.Step == FirstContactStep && state.Cases[task.Case!.Value].OpenedOn is var opened)
            contactDays.Add(Math.Max(0, done.DayNumber - opened.DayNumber));
    }
}
