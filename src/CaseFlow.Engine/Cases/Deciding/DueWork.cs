using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What the clock brings: tasks to send, tasks that are late, decisions that wait too long.</summary>
internal static class DueWork
{
    private static readonly TimeSpan ReminderEvery = TimeSpan.FromDays(1);

    public static Refusal? Handle(Draft draft)
    {
        foreach (var task in draft.State.PendingTasks.ToList())
        {
            if (task.State == TaskState.Scheduled && task.SendAt <= draft.Now)
                draft.Follow(new TaskSent(task.No));
            if (!task.Due.IsLate(draft.Now) || task.BecameLate is not null || task.EndedAt is not null)
                continue;
            if (task.Kind == TaskKind.Intervention)
                Interventions.End(draft, task);
            else
                draft.Follow(new TaskFellLate(task.No));
        }

        foreach (var waiting in draft.State.Escalations.Values.Where(e => e.IsOpen && e.RemindAt <= draft.Now).ToList())
        {
            var missed = (int)((draft.Now - waiting.RemindAt) / ReminderEvery);
            draft.Follow(new EscalationReminded(waiting.No, waiting.Reminders + 1, waiting.RemindAt + ((missed + 1) * ReminderEvery)));
        }

        if (draft.State.OpenCase is { } open)
        {
            Escalating.AskWhereRulesSaySo(draft, open.No);
            PassLateness(draft, open.No);
        }

        return null;
    }

    /// <summary>A step that is late long enough, and that no rule asked about, is not looked at again and again.</summary>
    private static void PassLateness(Draft draft, CaseNo no)
    {
        foreach (var task in draft.State.TasksOf(no).ToList())
        {
            if (DueItems.OverdueAt(task, draft.Policy.Escalations, draft.Circumstances.Time) is { } at && at <= draft.Now)
                draft.Follow(new LatenessPassed(task.No));
        }
    }
}
