using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Web.Simulation.People;

/// <summary>What a person looks at before acting.</summary>
/// <param name="Counselors">All of them, by staff number.</param>
internal sealed record Situation(
    ChildState State, DateOnly Today, CarePolicy Policy, SimulationSettings Settings, StaffId? ClassTeacher, IReadOnlyList<StaffId> Counselors)
{
    /// <summary>The lowest level that the active flags leave to a review.</summary>
    public int LowestLevel => Math.Max(2, Policy.RuleEngine.LevelOf([.. State.ActiveFlags.Select(f => (f.Kind, f.Severity))]).Level);
}

/// <summary>How a person deals with a task. Pure but for the draws.</summary>
internal static class TaskActs
{
    private static readonly string[] Headings = ["study", "daily life", "mood", "friends", "health"];

    public static IEnumerable<ChildCommand> Of(TaskErrand errand, Situation now, Chance chance)
    {
        var (task, settings) = (errand.Task, now.Settings);
        if (chance.Happens(settings.Moved) && errand.Due.DayNumber - now.Today.DayNumber <= 1)
            return [new MoveTask(task.No, now.Today.AddDays(chance.Between(1, 6)), chance.Happens(settings.Slip) ? "" : "家长外出，改期")];
        if (errand.Due < now.Today && now.ClassTeacher is { } teacher && teacher != task.Assignee && chance.Happens(settings.PassedOn))
            return [new AssignTask(task.No, teacher)];
        return task.Kind switch
        {
            TaskKind.Triage => [new TakeCase(task.Case!.Value)],
            TaskKind.Assessment => Assess(now, task.Case!.Value),
            TaskKind.Plan => [.. now.State.Cases[task.Case!.Value].Assessment is null ? Assess(now, task.Case.Value) : [], Plan(now, task.Case.Value, chance)],
            TaskKind.Review => [.. Take(now, task.Case!.Value), Review(now, now.State.Cases[task.Case.Value], chance)],
            TaskKind.Intervention => Intervention(task, now, chance),
            TaskKind.Continuation => [GoesOnOrNot(task, now, chance)],
            _ => [Complete(task, now, chance)],
        };
    }

    private static IEnumerable<ChildCommand> Take(Situation now, CaseNo no) => now.State.Cases[no].TakenAt is null ? [new TakeCase(no)] : [];

    private static IEnumerable<ChildCommand> Assess(Situation now, CaseNo no) => [.. Take(now, no), new AssessCase(no, "与孩子、监护人和班主任谈话后评估")];

    private static MakePlan Plan(Situation now, CaseNo no, Chance chance)
    {
        var care = now.State.Cases[no];
        var goals = new List<Goal> { new(chance.Pick("每天按时到校", "情绪稳定", "成绩回升", "每周与父母通话"), "每周记录", now.Today.AddDays(30), Start: "每周 1 次", Target: "每周 5 次") };
        if (chance.Happens(0.5))
            goals.Add(new Goal("与同学相处融洽", null, null));
        if (chance.Happens(now.Settings.Slip))
            goals.Clear();
        var catalogue = now.Policy.WorkflowOf(care).Interventions;
        var helper = chance.Happens(0.5) ? now.ClassTeacher ?? care.Owner : care.Owner;
        var wanted = Enumerable.Range(0, chance.Between(1, 2)).Select(_ => chance.Pick(catalogue).Id).Distinct()
            .Select(id => new PlannedIntervention(id, helper, chance.Happens(0.2) ? now.Today.AddDays(chance.Between(14, 45)) : null)).ToList();
        return new MakePlan(no, goals, wanted, LongTerm: care.Level >= 3 && chance.Happens(0.15));
    }

    /// <summary>The longer it was quiet, the likelier an improvement; then the level comes down as far as the flags allow.</summary>
    private static ReviewCase Review(Situation now, CareCase care, Chance chance)
    {
        var quiet = care.NoSevereFlagSince is { } since ? now.Today.DayNumber - since.DayNumber : 0;
        var improved = Math.Min(0.9, 0.2 + (0.03 * quiet));
        var finding = chance.Happens(improved) ? ReviewFinding.Improved
            : chance.Happens(quiet < 7 ? 0.25 : 0.08) ? ReviewFinding.Worse : ReviewFinding.Unchanged;
        int? level = finding == ReviewFinding.Improved && now.LowestLevel < care.Level && chance.Happens(0.85) ? now.LowestLevel : null;
        if (chance.Happens(now.Settings.Slip))
            level = 2;
        var results = care.Plan?.Goals.Select((_, i) => new GoalResult(i + 1, finding == ReviewFinding.Improved ? "本期达标" : "本期未达标", finding == ReviewFinding.Improved)).ToList();
        return new ReviewCase(care.No, finding, chance.Happens(0.5) ? "阶段评估记录" : null, level, results);
    }

    /// <summary>An intervention runs until its end; then it is over, or goes on for a while.</summary>
    private static IEnumerable<ChildCommand> Intervention(CareTask task, Situation now, Chance chance) =>
        task.Due.On > now.Today ? []
        : [GoesOnOrNot(task, now, chance)];

    private static ChildCommand GoesOnOrNot(CareTask task, Situation now, Chance chance) => chance.Happens(0.25)
        ? new ContinueIntervention(task.No, now.Today.AddDays(14), "有起色，继续帮扶")
        : new FinishIntervention(task.No, now.Today, chance.Happens(now.Settings.Slip) ? "" : "达到预期");

    private static CompleteTask Complete(CareTask task, Situation now, Chance chance)
    {
        var on = now.Today;
        if (chance.Happens(now.Settings.EnteredDaysLater))
        {
            on = now.Today.AddDays(-chance.Between(1, 4));
            var issued = DateOnly.FromDateTime(task.IssuedAt.UtcDateTime).AddDays(1);
            on = on < issued ? now.Today : on;
        }

        if (chance.Happens(now.Settings.Slip))
            on = now.Today.AddDays(1);
        var meets = task.Kind is TaskKind.HomeVisit or TaskKind.Call;
        var reached = !meets || !chance.Happens(now.Settings.NobodyMet);
        var headings = task.Kind == TaskKind.Talk ? Headings.ToDictionary(h => h, _ => "一般") : null;
        return new CompleteTask(task.No, on, new Outcome(reached ? "见面记录" : "家中无人", headings, reached, task.Kind == TaskKind.Talk && chance.Happens(0.3)));
    }
}
