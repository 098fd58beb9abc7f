using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>A few steps that the staff of the demonstration school has taken, so that cases stand in different stages.</summary>
internal static class DemonstrationDays
{
    private const string Findings = "父母双方外出，由祖母照料；近期情绪低落，同伴交往减少，学习尚可。需要固定的倾诉对象和与父母的联系。";

    /// <summary>Takes some cases and brings them on, each one step further than the one before; leaves the most urgent ones untaken.</summary>
    public static async Task<int> LiveAsync(CareRuntime runtime, Desk desk, CancellationToken cancel)
    {
        List<CaseRow> cases;
        using (var db = runtime.Open())
        {
            cases = await db.Cases.AsNoTracking().Where(c => c.IsOpen && c.Level <= 3)
                .OrderBy(c => c.Level).ThenBy(c => c.OwnerId).ThenBy(c => c.ChildId).ToListAsync(cancel);
        }

        var steps = 0;
        for (var i = 0; i < Math.Min(cases.Count, 6); i++)
            steps += await BringOnAsync(desk, cases[i], i, cancel);
        return steps;
    }

    /// <summary>The first case as far as a plan with a visit done, the next ones less far.</summary>
    private static async Task<int> BringOnAsync(Desk desk, CaseRow row, int behind, CancellationToken cancel)
    {
        var owner = Actor.Of(row.OwnerId);
        var taken = await desk.DoAsync(row.ChildId, new TakeCase(row.No), owner, cancel: cancel);
        if (taken is not { IsRefused: false } || behind >= 4)
            return 1;
        var today = await TalkAsync(desk, row, taken.State, owner, cancel);
        if (behind >= 3)
            return 2;
        await desk.DoAsync(row.ChildId, new AssessCase(row.No, Findings), owner, cancel: cancel);
        if (behind >= 2)
            return 3;
        await desk.DoAsync(
            row.ChildId,
            new MakePlan(
                row.No,
                [new Goal("每周至少一次与父母视频通话", "联系记录", today.AddDays(30)), new Goal("愿意向一位老师说心里话", "谈心记录", today.AddDays(30))],
                [new PlannedIntervention("counselling", row.OwnerId, null), new PlannedIntervention("family-call", row.OwnerId, null)],
                false),
            owner, cancel: cancel);
        await desk.DoAsync(row.ChildId, new AddNote(row.No, "孩子说想和妈妈多说话，怕打扰她上班。", true), owner, cancel: cancel);
        return 5;
    }

    private static async Task<DateOnly> TalkAsync(Desk desk, CaseRow row, ChildState state, Actor owner, CancellationToken cancel)
    {
        var talk = state.TasksOf(row.No).First(t => t is { IsPending: true, Kind: TaskKind.Talk });
        var outcome = new Outcome("谈了二十分钟，孩子愿意再谈。", new Dictionary<string, string> { ["mood"] = "想念父母，睡前常哭", ["friends"] = "有一个要好的同桌" });
        await desk.DoAsync(row.ChildId, new CompleteTask(talk.No, row.OpenedOn, outcome), owner, cancel: cancel);
        return row.OpenedOn;
    }
}
