using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Storage;

/// <summary>The rows that people and the sweep read, as a pure function of a child's state: they can be dropped and made again.</summary>
public static class ReadModel
{
    public static FlagRow Of(Child child, Flag flag) => new()
    {
        SchoolId = child.SchoolId,
        ChildId = child.Id,
        No = flag.No,
        CaseNo = flag.Case?.Value ?? 0,
        Rule = flag.Finding.Rule,
        Kind = flag.Kind,
        Severity = flag.Severity,
        Since = flag.Finding.Since,
        Status = flag.Status,
        RaisedAt = flag.RaisedAt,
        EndedOn = flag.EndedOn,
        Response = flag.Answer?.Response,
        SeenUpTo = flag.Answer?.SeenUpTo ?? 0,
        Finding = EventJson.Write(flag.Finding),
    };

    public static CaseRow Of(Child child, ChildState state, CareCase care)
    {
        var waiting = state.OpenEscalationOf(care.No);
        var next = care.IsOpen ? NextOf(state, care.No, waiting) : null;
        return new CaseRow
        {
            SchoolId = child.SchoolId,
            ChildId = child.Id,
            No = care.No,
            Level = care.Level,
            OwnerId = care.Owner,
            Stage = care.Stage,
            IsOpen = care.IsOpen,
            OpenedAt = care.OpenedAt,
            OpenedOn = care.OpenedOn,
            SchoolYear = care.SchoolYear,
            ClosedOn = care.ClosedOn,
            AwaitsDecision = waiting is not null,
            IsLeaving = care.LeavingFor is not null,
            NextOn = next?.On,
            NextStep = next?.Step,
            WorkflowVersion = care.WorkflowVersion,
        };
    }

    public static TaskRow Of(Child child, CareTask task) => new()
    {
        SchoolId = child.SchoolId,
        ChildId = child.Id,
        No = task.No,
        CaseNo = task.Case?.Value ?? 0,
        Step = task.Step,
        Occurrence = task.Occurrence,
        Kind = task.Kind,
        State = task.State,
        AssigneeId = task.Assignee,
        TitleZh = task.Title.Zh,
        TitleEn = task.Title.En,
        DueOn = task.Due.On,
        DueAt = task.Due.At,
        SendAt = task.SendAt,
        BecameLate = task.BecameLate,
        DoneOn = task.DoneOn,
        EnteredAt = task.EnteredAt,
    };

    public static EscalationRow Of(Child child, Escalation escalation) => new()
    {
        SchoolId = child.SchoolId,
        ChildId = child.Id,
        No = escalation.No,
        CaseNo = escalation.Case,
        Status = escalation.Status,
        Emergency = escalation.Emergency,
        RequestedAt = escalation.RequestedAt,
        DueOn = escalation.Due.On,
        DueAt = escalation.Due.At,
        DecidedAt = escalation.DecidedAt,
        Reminders = escalation.Reminders,
        Rules = string.Join(' ', escalation.Reasons.Select(r => r.Rule).Distinct()),
    };

    public static Dictionary<string, DateTimeOffset> DueItemsOf(ChildState state, EscalationRules rules, SchoolTime time) =>
        DueItems.Of(state, rules, time).ToDictionary(d => d.Key, d => d.At);

    private static (DateOnly On, string Step)? NextOf(ChildState state, CaseNo no, Escalation? waiting)
    {
        var tasks = state.TasksOf(no).Where(t => t.IsPending).Select(t => (t.Due.On, t.Due.At, t.Step));
        if (waiting is not null)
            tasks = tasks.Append((waiting.Due.On, waiting.Due.At, "escalation"));
        var first = tasks.OrderBy(t => t.At).ThenBy(t => t.Step, StringComparer.Ordinal).FirstOrDefault();
        return first.Step is null ? null : (first.On, first.Step);
    }
}
