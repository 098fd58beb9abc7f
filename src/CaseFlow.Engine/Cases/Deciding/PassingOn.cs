using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>All that a person is responsible for in a child's stream passes to successors who are entitled to it.</summary>
internal static class PassingOn
{
    public static Refusal? Pass(Draft draft, PassOn command)
    {
        var owned = draft.State.OpenCase is { } open && open.Owner == command.From ? open : null;
        var tasks = draft.State.PendingTasks.Where(t => t.Assignee == command.From).ToList();
        if (owned is null && tasks.Count == 0)
            return null;
        var because = string.IsNullOrWhiteSpace(command.Reason) ? new Words("工作移交", "work was handed over") : new Words(command.Reason, command.Reason);
        draft.Record(new ResponsibilityPassed(command.HandOver, command.From, owned is null ? command.To.Children : command.To.Cases));
        if (owned is not null)
            draft.Follow(new OwnerChanged(owned.No, command.From, command.To.Cases, because.Zh));
        foreach (var task in tasks)
            draft.Follow(new TaskAssigned(task.No, SuccessorFor(draft, task, command.To), because));
        return null;
    }

    private static StaffId SuccessorFor(Draft draft, CareTask task, Successors to) =>
        task.Kind == TaskKind.Continuation ? to.Cases : draft.WorkflowOf(task).TaskOf(task.Step)?.Who switch
        {
            TaskRole.Owner => to.Cases,
            TaskRole.HeadTeacher => to.Head,
            _ => to.Children,
        };
}
