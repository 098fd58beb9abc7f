using System.Globalization;
using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Workflow;

/// <summary>What is other in one version of the workflow than in another, in words that people read before they move a case.</summary>
public static class WorkflowDifferences
{
    /// <summary>From <paramref name="before"/> to <paramref name="after"/>, in the order of the file; empty where only words differ.</summary>
    public static IReadOnlyList<Words> Between(WorkflowDefinition before, WorkflowDefinition after) =>
    [
        .. Named(before.Stages, after.Stages, s => s.Id, s => s.Title, "阶段", "stage"),
        .. Named(TasksOf(before), TasksOf(after), t => t.Id, t => t.Title, "步骤", "step"),
        .. TasksOf(after).SelectMany(t => before.TaskOf(t.Id) is { } was ? OfTask(was, t) : []),
        .. Named(before.GuardedSteps, after.GuardedSteps, g => g.Id, g => g.Title, "须批准的步骤", "step that waits for an approval"),
        .. after.GuardedSteps.SelectMany(g => before.GuardedSteps.FirstOrDefault(b => b.Id == g.Id) is { } was && was.FromLevel != g.FromLevel
            ? [Changed(g.Title, "从几级起须批准", "approval from level", Text(was.FromLevel), Text(g.FromLevel))]
            : Array.Empty<Words>()),
        .. Named(before.Interventions, after.Interventions, i => i.Id, i => i.Title, "帮扶措施", "intervention"),
        .. after.Interventions.SelectMany(i => before.Interventions.FirstOrDefault(b => b.Id == i.Id) is { } was && was.Lasts != i.Lasts
            ? [Changed(i.Title, LimitWords.Of(was.Lasts), LimitWords.Of(i.Lasts))]
            : Array.Empty<Words>()),
        .. Limits(new Words("校长决定上报", "the head teacher decides"), before.DecideEscalation, after.DecideEscalation),
        .. OfClosure(before.Closure, after.Closure),
    ];

    private static IEnumerable<TaskDefinition> TasksOf(WorkflowDefinition workflow) => workflow.Stages.SelectMany(s => s.Tasks);

    private static IEnumerable<Words> Named<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> id, Func<T, Words> title, string zh, string en)
    {
        var (was, now) = (before.ToDictionary(id), after.ToDictionary(id));
        foreach (var gone in was.Where(w => !now.ContainsKey(w.Key)).Select(w => title(w.Value)))
            yield return new Words($"不再有{zh}：{gone.Zh}", $"no longer there: {en} '{gone.En}'");
        foreach (var added in now.Where(n => !was.ContainsKey(n.Key)).Select(n => title(n.Value)))
            yield return new Words($"新增{zh}：{added.Zh}", $"new {en}: '{added.En}'");
    }

    private static IEnumerable<Words> OfTask(TaskDefinition was, TaskDefinition now)
    {
        foreach (var words in Limits(now.Title, was.Limits, now.Limits))
            yield return words;
        if (was.Who != now.Who)
            yield return Changed(now.Title, RoleWords.Of(was.Who), RoleWords.Of(now.Who));
        if (was.Recurring != now.Recurring)
            yield return now.Recurring ? In("{0}：今后重复进行", "{0}: recurs from now on", now.Title) : In("{0}：不再重复", "{0}: no longer recurs", now.Title);
        if (was.BeforeClosing != now.BeforeClosing)
            yield return now.BeforeClosing ? In("{0}：结案前必须完成", "{0}: has to be done before closing", now.Title) : In("{0}：不再是结案前提", "{0}: no longer needed for closing", now.Title);
    }

    private static IEnumerable<Words> Limits(Words title, IReadOnlyDictionary<int, Limit> was, IReadOnlyDictionary<int, Limit> now)
    {
        foreach (var level in was.Keys.Union(now.Keys).Order())
        {
            var (before, after) = (Of(was, level), Of(now, level));
            if (before != after)
                yield return new Words($"{title.Zh}（{level} 级）：{before.Zh} → {after.Zh}", $"{title.En} (level {level}): {before.En} → {after.En}");
        }
    }

    private static IEnumerable<Words> OfClosure(ClosureDefinition was, ClosureDefinition now)
    {
        if (was.ImprovedReviews != now.ImprovedReviews)
            yield return Changed(new Words("结案", "closure"), "连续好转次数", "reviews improved in a row", Text(was.ImprovedReviews), Text(now.ImprovedReviews));
        if (was.QuietDays != now.QuietDays)
            yield return Changed(new Words("结案", "closure"), "无 2 级以上标记的天数", "days without a flag of severity 2", Text(was.QuietDays), Text(now.QuietDays));
        if (was.CheckVisit != now.CheckVisit)
            yield return Changed(now.CheckVisitTitle, LimitWords.Of(was.CheckVisit), LimitWords.Of(now.CheckVisit));
    }

    private static Words Of(IReadOnlyDictionary<int, Limit> limits, int level) =>
        limits.TryGetValue(level, out var limit) ? LimitWords.Of(limit) : new Words("没有", "none");

    private static Words Changed(Words title, Words was, Words now) => new($"{title.Zh}：{was.Zh} → {now.Zh}", $"{title.En}: {was.En} → {now.En}");

    private static Words Changed(Words title, string zh, string en, string was, string now) =>
        new($"{title.Zh}：{zh} {was} → {now}", $"{title.En}: {en} {was} → {now}");

    private static Words In(string zh, string en, Words title) => new(
        zh.Replace("{0}", title.Zh, StringComparison.Ordinal), en.Replace("{0}", title.En, StringComparison.Ordinal));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a time limit is called.</summary>
public static class LimitWords
{
    public static Words Of(Limit limit) => (limit.Count, limit.Unit) switch
    {
        (0, LimitUnit.Days) => new("当天", "same day"),
        (1, LimitUnit.Hours) => new("1 小时", "1 hour"),
        (_, LimitUnit.Hours) => new($"{limit.Count} 小时", $"{limit.Count} hours"),
        (1, LimitUnit.SchoolDays) => new("1 个上学日", "1 school day"),
        (_, LimitUnit.SchoolDays) => new($"{limit.Count} 个上学日", $"{limit.Count} school days"),
        (1, _) => new("1 天", "1 day"),
        _ => new($"{limit.Count} 天", $"{limit.Count} days"),
    };
}

/// <summary>What whoever gets a task is called.</summary>
public static class RoleWords
{
    public static Words Of(TaskRole role) => role switch
    {
        TaskRole.Owner => new("个案负责人", "owner of the case"),
        TaskRole.Visitor => new("结对帮扶教师", "paired helper"),
        TaskRole.ClassTeacher => new("班主任", "class teacher"),
        _ => new("校长", "head teacher"),
    };
}
