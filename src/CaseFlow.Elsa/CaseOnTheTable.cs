using CaseFlow.Engine.Workflow;
using Elsa.Workflows;

namespace CaseFlow.Elsa;

/// <summary>The case that a run of the workflow is about; takes up which stages hold and which tasks are to be issued.</summary>
/// <remarks>Belongs to one run. The activities know ids only, so that the workflow can be shown, kept and read back by Elsa's own tools.</remarks>
internal sealed class CaseOnTheTable(WorkflowDefinition definition, CasePosition position)
{
    private const string Key = "case";

    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> wanted = new(StringComparer.Ordinal);

    public CasePosition Position => position;

    public IDictionary<string, object> AsInput => new Dictionary<string, object> { [Key] = this };

    public static CaseOnTheTable Of(ActivityExecutionContext context) => (CaseOnTheTable)context.WorkflowExecutionContext.Input[Key];

    public StageDefinition Stage(string id) => definition.Stages.First(s => s.Id == id);

    public TaskDefinition Task(string id) => definition.TaskOf(id)!;

    public StepPosition Known(string step) => position.Steps.GetValueOrDefault(step) ?? new StepPosition(0, false);

    public void Enter(StageDefinition stage) => entered.Add(stage.Id);

    public void Want(TaskDefinition task, int occurrence) => wanted[task.Id] = occurrence;

    /// <summary>The steps that follow: the stage that the case is now in, then the tasks in the order of the file, however they were run.</summary>
    public IReadOnlyList<WorkflowStep> Steps()
    {
        var steps = new List<WorkflowStep>();
        if (definition.Stages.LastOrDefault(s => !s.Beside && entered.Contains(s.Id)) is { } current && current.Id != position.Stage)
            steps.Add(new WorkflowStep.EnterStage(current));
        foreach (var task in definition.Stages.SelectMany(s => s.Tasks))
        {
            if (wanted.TryGetValue(task.Id, out var occurrence))
                steps.Add(new WorkflowStep.IssueTask(task, occurrence));
        }

        return steps;
    }
}
