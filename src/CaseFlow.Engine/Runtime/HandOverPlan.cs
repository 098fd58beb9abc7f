using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>One kind of thing that passes on.</summary>
/// <param name="What">For example the open cases.</param>
/// <param name="Figure">The figure that counts the same (<see cref="TermFigures.Rows"/>); null where there is none.</param>
/// <param name="To">Who gets it: the named successor, or somebody else where that one is not entitled.</param>
/// <param name="Why">Why somebody else; null for the named successor.</param>
public sealed record HandOverItem(Words What, string? Figure, int Count, StaffId To, Words? Why);

/// <summary>What a hand-over would pass on, and to whom: shown before anybody confirms.</summary>
/// <param name="Refusal">Why it cannot be done; null where it can.</param>
public sealed record HandOverPlan(IReadOnlyList<HandOverItem> Items, Successors Successors, Refusal? Refusal)
{
    private static readonly Words Cases = new("在办个案", "open cases");
    private static readonly Words Tasks = new("待办任务", "pending tasks");
    private static readonly Words Pairings = new("结对帮扶的孩子", "paired children");
    private static readonly Words Classes = new("任班主任的班级", "classes as class teacher");
    private static readonly Words Escalations = new("等待决定的上报", "escalations that wait for a decision");
    private static readonly Words NoClassTeacher = new(
        "接手人没有班主任角色，暂由其代管；请管理员安排班主任", "the successor is no class teacher and stands in; have the administrator name a class teacher");

    public static async Task<HandOverPlan> MakeAsync(CaseFlowDb db, CareRuntime runtime, StaffId from, StaffId to, CancellationToken cancel = default)
    {
        var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
        var others = school.AtWork.Where(s => s.Id != from).ToList();
        var named = others.Find(s => s.Id == to);
        if (from == to)
            return Refuse(Refusals.HandOverToSelf, to);
        if (named is null || !await db.Staff.AnyAsync(s => s.Id == from, cancel) || named.Roles.TrueForAll(r => r == Roles.EducationOffice))
            return Refuse(Refusals.HandOverNotAtWork, to);

        var cases = await db.Cases.CountAsync(c => c.IsOpen && c.OwnerId == from, cancel);
        var tasks = await db.Tasks.CountAsync(t => t.AssigneeId == from && (t.State == TaskState.Open || t.State == TaskState.Scheduled), cancel);
        var decides = school.AtWork.FirstOrDefault(s => s.Has(Roles.HeadTeacher))?.Id == from;
        var waiting = decides ? await db.Escalations.CountAsync(e => e.DecidedAt == null, cancel) : 0;
        var owner = Entitled(others, named, [Roles.Counselor, Roles.HeadTeacher], [Roles.Counselor, Roles.HeadTeacher, Roles.Administrator]);
        var head = Entitled(others, named, [Roles.HeadTeacher, Roles.Administrator], [Roles.HeadTeacher, Roles.Administrator]);
        if (owner is null && cases + tasks > 0)
            return Refuse(Refusals.HandOverNobody.Naming(Cases.Zh + " " + Cases.En), to);
        if (head is null && decides)
            return Refuse(Refusals.HandOverNobody.Naming(Escalations.Zh + " " + Escalations.En), to);

        var classes = await db.Classes.CountAsync(c => c.ClassTeacherId == from, cancel);
        HandOverItem[] items =
        [
            Item(Cases, TermFigures.CasesOf, cases, named, owner, NotEntitled(Cases)),
            Item(Tasks, TermFigures.PendingOf, tasks, named, named, null),
            Item(Pairings, TermFigures.PairedWith, await db.Children.CountAsync(c => c.HelperId == from, cancel), named, named, null),
            Item(Classes, null, classes, named, named, named.Has(Roles.ClassTeacher) ? null : NoClassTeacher),
            Item(Escalations, "escalations-waiting", waiting, named, head, NotEntitled(Escalations)),
        ];
        return new HandOverPlan([.. items.Where(i => i.Count > 0)], new Successors(owner?.Id ?? to, head?.Id ?? owner?.Id ?? to, to), null);
    }

    private static HandOverPlan Refuse(Refusal refusal, StaffId to) => new([], new Successors(to, to, to), refusal);

    /// <summary>The named successor where a role fits, otherwise the first who has one of the roles, in their order.</summary>
    private static StaffMember? Entitled(List<StaffMember> others, StaffMember named, string[] fits, string[] inTurn) =>
        fits.Any(named.Has) ? named : inTurn.Select(role => others.Find(s => s.Has(role))).FirstOrDefault(s => s is not null);

    private static HandOverItem Item(Words what, string? figure, int count, StaffMember named, StaffMember? to, Words? why) =>
        new(what, figure, count, (to ?? named).Id, to is null || (to.Id == named.Id && why != NoClassTeacher) ? null : why);

    private static Words NotEntitled(Words what) => new(
        $"接手人的角色不能接{what.Zh}", $"the role of the successor does not include {what.En}");
}
