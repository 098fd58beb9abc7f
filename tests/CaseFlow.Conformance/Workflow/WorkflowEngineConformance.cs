using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Conformance.Workflow;

/// <summary>What every engine of the workflow must say: from every position the same stage and tasks, and for a case the same life.</summary>
public abstract class WorkflowEngineConformance
{
    private const int Positions = 2_000;
    private const int Files = 60;
    private const int Lives = 40;

    private static readonly CarePolicy Base = CarePolicyFiles.Load(Repository.Rules);

    protected abstract IWorkflowEngine Engine { get; }

    [Fact]
    public void The_published_workflow_goes_on_the_same_from_every_position()
    {
        var random = new RandomWorkflows(1);
        var (entered, issued) = (new HashSet<string>(), new HashSet<string>());
        for (var i = 0; i < Positions; i++)
        {
            var position = random.Position(Base.Workflow);

            var steps = Engine.Next(Base.Workflow, position);

            Same(Base.Workflow, position, steps);
            entered.UnionWith(steps.OfType<WorkflowStep.EnterStage>().Select(s => s.Stage.Id));
            issued.UnionWith(steps.OfType<WorkflowStep.IssueTask>().Select(s => s.Task.Id));
        }

        entered.Count.ShouldBe(Base.Workflow.Stages.Count(s => !s.Beside), "every stage was put to the test");
        issued.Count.ShouldBe(Base.Workflow.Stages.Sum(s => s.Tasks.Count), "every task was put to the test");
    }

    [Fact]
    public void Random_workflow_files_go_on_the_same()
    {
        for (var seed = 1; seed <= Files; seed++)
        {
            var random = new RandomWorkflows(seed);
            var definition = random.Definition();
            for (var i = 0; i < 20; i++)
            {
                var position = random.Position(definition);

                Same(definition, position, Engine.Next(definition, position));
            }
        }
    }

    [Fact]
    public void Whole_lives_of_cases_leave_the_same_journals()
    {
        var told = new HashSet<string>();
        for (var seed = 1; seed <= Lives; seed++)
        {
            var journal = new RandomLife(seed, Base with { Engine = Engine }).Live();

            RandomLife.Rows(journal).ShouldBe(RandomLife.Rows(new RandomLife(seed, Base with { Engine = new Plainly() }).Live()), $"life {seed}");
            told.UnionWith(journal.Select(h => h.Event.GetType().Name));
        }

        told.ShouldContain(nameof(StageEntered));
        told.ShouldContain(nameof(EscalationApproved));
        told.ShouldContain(nameof(CaseClosed));
    }

    [Fact]
    public void A_condition_that_fails_is_the_callers_to_see()
    {
        var failing = Base.Workflow with
        {
            Stages = [Base.Workflow.Stages[0] with { Entry = new Sentry([], _ => throw new CelEvaluationException("divided by zero")) }],
        };

        Should.Throw<CelEvaluationException>(() => Engine.Next(failing, new RandomWorkflows(1).Position(failing)));
    }

    [Fact]
    public void Cases_are_decided_side_by_side()
    {
        var random = new RandomWorkflows(2);
        CasePosition[] positions = [.. Enumerable.Range(0, 200).Select(_ => random.Position(Base.Workflow))];
        var found = new IReadOnlyList<WorkflowStep>[positions.Length];

        Parallel.For(0, positions.Length, i => found[i] = Engine.Next(Base.Workflow, positions[i]));

        for (var i = 0; i < positions.Length; i++)
            Same(Base.Workflow, positions[i], found[i]);
    }

    private static void Same(WorkflowDefinition definition, CasePosition position, IReadOnlyList<WorkflowStep> steps) =>
        steps.ShouldBe(new Plainly().Next(definition, position), position.ToString());
}
