using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Simulation.People;

/// <summary>Something that waits for a person.</summary>
/// <param name="Level">The level of the case; 1 outside a case.</param>
internal abstract record Errand(StaffId Who, int Level, DateOnly Due)
{
    /// <summary>What it is about, within the child: the same in every database.</summary>
    public abstract string Key { get; }
}

/// <summary>A task that was sent.</summary>
internal sealed record TaskErrand(StaffId Who, int Level, DateOnly Due, CareTask Task) : Errand(Who, Level, Due)
{
    public override string Key => $"task {Task.No.Value}";
}

/// <summary>An escalation: waits for the head teacher, or with a question for the owner of the case.</summary>
internal sealed record EscalationErrand(StaffId Who, int Level, DateOnly Due, Escalation Escalation) : Errand(Who, Level, Due)
{
    public override string Key => $"escalation {Escalation.No.Value}";
}

/// <summary>What an owner does for a case beside its tasks: flags to answer, steps to take, closure.</summary>
internal sealed record CaseErrand(StaffId Who, int Level, DateOnly Due, CareCase Case) : Errand(Who, Level, Due)
{
    public override string Key => $"case {Case.No.Value}";
}

/// <summary>What waits for whom, as a child's state says.</summary>
internal static class Errands
{
    /// <param name="deciderOf">Who decides what that person asked.</param>
    public static IEnumerable<Errand> Of(ChildState state, Func<Actor, StaffId?> deciderOf, DateOnly day)
    {
        foreach (var task in state.Tasks.Values.Where(t => t.State == TaskState.Open))
            yield return new TaskErrand(task.Assignee, LevelOf(state, task), task.Due.On, task);
        if (state.OpenCase is not { } care)
            yield break;
        if (state.OpenEscalationOf(care.No) is { } waiting)
        {
            if (waiting.Status == EscalationStatus.Returned)
                yield return new EscalationErrand(care.Owner, care.Level, waiting.Due.On, waiting);
            else if (deciderOf(waiting.RequestedBy) is { } head)
                yield return new EscalationErrand(head, care.Level, waiting.Due.On, waiting);
        }

        yield return new CaseErrand(care.Owner, care.Level, day, care);
    }

    private static int LevelOf(ChildState state, CareTask task) =>
        task.Case is { } no && state.Cases[no].IsOpen ? state.Cases[no].Level : 1;
}
