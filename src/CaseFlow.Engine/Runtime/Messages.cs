using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Runtime;

/// <summary>The messages that an event sends: only that something waits, never a name and never a reason.</summary>
public static class Messages
{
    public const string Task = "task";
    public const string Late = "late";
    public const string Case = "case";
    public const string Escalation = "escalation";
    public const string Emergency = "emergency";
    public const string Reminder = "reminder";
    public const string Decision = "decision";
    public const string Harm = "harm";

    public static IEnumerable<OutboxRow> For(JournalRow row, Happened happened, ChildState state, Staffing staffing)
    {
        var child = row.ChildId.Value;
        var place = 0;
        foreach (var (to, kind, urgent, link) in Of(happened.Event, state, staffing))
        {
            if (to is not { } person || happened.By.Staff == person)
                continue;
            yield return new OutboxRow
            {
                SchoolId = row.SchoolId,
                Key = $"{child:N}/{row.Version}/{++place}",
                To = person,
                Kind = kind,
                Urgent = urgent,
                Link = link.Replace("{child}", child.ToString(), StringComparison.Ordinal),
                CreatedAt = happened.At,
            };
        }
    }

    private static IEnumerable<(StaffId? To, string Kind, bool Urgent, string Link)> Of(ChildEvent what, ChildState s, Staffing staffing)
    {
        switch (what)
        {
            case CaseOpened e:
                yield return (e.Owner, Case, e.Level >= 4, CaseLink(e.Case));
                break;
            case OwnerChanged e:
                yield return (e.To, Case, false, CaseLink(e.Case));
                break;
            case TaskIssued { Task.State: TaskState.Open } e:
                yield return (e.Task.Assignee, Task, UrgentCase(s, e.Task), TaskLink(e.Task.No));
                break;
            case TaskSent e:
                yield return (s.Tasks[e.Task].Assignee, Task, UrgentCase(s, s.Tasks[e.Task]), TaskLink(e.Task));
                break;
            case TaskAssigned e:
                yield return (e.To, Task, UrgentCase(s, s.Tasks[e.Task]), TaskLink(e.Task));
                break;
            case CaseReopened e:
                yield return (s.Cases[e.Case].Owner, Case, s.Cases[e.Case].Level >= 4, CaseLink(e.Case));
                break;
            case TaskFellLate e:
                yield return (s.Tasks[e.Task].Assignee, Late, UrgentCase(s, s.Tasks[e.Task]), TaskLink(e.Task));
                break;
            case EscalationRequested e:
                yield return (Decider(e.Escalation), e.Emergency ? Emergency : Escalation, e.Emergency, EscalationLink(e.Escalation));
                yield return (DelegateFor(e.Escalation), e.Emergency ? Emergency : Escalation, e.Emergency, EscalationLink(e.Escalation));
                break;
            case EscalationJoined { Emergency: true } e:
                yield return (Decider(e.Escalation), Emergency, true, EscalationLink(e.Escalation));
                yield return (DelegateFor(e.Escalation), Emergency, true, EscalationLink(e.Escalation));
                break;
            case EscalationAnswered e:
                yield return (Decider(e.Escalation), Escalation, false, EscalationLink(e.Escalation));
                break;
            case EscalationReminded e:
                var waiting = s.Escalations[e.Escalation];
                var returned = waiting.Status == EscalationStatus.Returned;
                yield return (returned ? s.Cases[waiting.Case].Owner : Decider(e.Escalation), Reminder, waiting.Emergency, EscalationLink(e.Escalation));
                // First the head teacher, then whoever stands in: the delegate, or the administrator where there is none.
                var next = DelegateFor(e.Escalation) ?? staffing.Administrator;
                if (!returned && e.Reminder > 1 && next != Decider(e.Escalation))
                    yield return (next, Reminder, waiting.Emergency, EscalationLink(e.Escalation));
                break;
            case EscalationApproved e:
                yield return (OwnerOf(s, e.Escalation), Decision, false, EscalationLink(e.Escalation));
                break;
            case EscalationRejected e:
                yield return (OwnerOf(s, e.Escalation), Decision, false, EscalationLink(e.Escalation));
                break;
            case EscalationReturned e:
                yield return (OwnerOf(s, e.Escalation), Decision, false, EscalationLink(e.Escalation));
                break;
            case HarmReported:
                yield return (staffing.Approver, Harm, true, "/children/{child}");
                break;
        }

        // What the head teacher asked is not the delegate's to decide either.
        StaffId? DelegateFor(EscalationNo no) => Decider(no) == staffing.HeadTeacher ? staffing.Delegate : null;

        StaffId? Decider(EscalationNo no) => staffing.DeciderOf(s.Escalations[no].RequestedBy);
    }

    private static StaffId OwnerOf(ChildState s, EscalationNo no) => s.Cases[s.Escalations[no].Case].Owner;

    private static bool UrgentCase(ChildState s, CareTask task) => task.Case is { } no && s.Cases[no].Level >= 4 && s.Cases[no].IsOpen;

    private static string CaseLink(CaseNo no) => $"/cases/{{child}}/{no.Value}";

    private static string TaskLink(TaskNo no) => $"/tasks/{{child}}/{no.Value}";

    private static string EscalationLink(EscalationNo no) => $"/escalations/{{child}}/{no.Value}";
}
