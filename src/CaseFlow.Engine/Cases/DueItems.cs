using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Cases;

/// <summary>When the clock has to bring a child up again, as its state says; nothing else schedules anything.</summary>
public static class DueItems
{
    /// <summary>What is due and when, under a key that is unique for the child.</summary>
    public static IEnumerable<(string Key, DateTimeOffset At)> Of(ChildState state, EscalationRules rules, SchoolTime time)
    {
        foreach (var task in state.PendingTasks)
        {
            if (task.State == TaskState.Scheduled)
                yield return ($"send:{task.No.Value}", task.SendAt);
            if (task.BecameLate is null && task.EndedAt is null)
                yield return ($"late:{task.No.Value}", task.Due.At);
            if (OverdueAt(task, rules, time) is { } at && task.Case is { } no && state.Cases[no].IsOpen)
                yield return ($"overdue:{task.No.Value}", at);
        }

        foreach (var waiting in state.Escalations.Values.Where(e => e.IsOpen))
            yield return ($"remind:{waiting.No.Value}", waiting.RemindAt);
    }

    /// <summary>When a step is late by more days than an escalation rule bears; null where none watches it, or it was taken up.</summary>
    public static DateTimeOffset? OverdueAt(CareTask task, EscalationRules rules, SchoolTime time)
    {
        if (!task.IsPending || task.EscalatedLate || task.Case is null)
            return null;
        var days = rules.All.Where(r => r.LateSteps.Contains(task.Step)).Select(r => (int?)r.LateDays).Min();
        return days is { } bears ? time.StartOf(task.Due.On.AddDays(bears + 1)) : null;
    }
}
