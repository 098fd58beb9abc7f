using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Tasks;

/// <summary>What the forms on the page of a task ask for.</summary>
public static class TaskForms
{
    public const string Complete = "complete";
    public const string Move = "move";
    public const string Assign = "assign";
    public const string Continue = "continue";
    public const string Finish = "finish";

    /// <summary>How many observations one result has room for.</summary>
    public const int MostSeen = 3;

    /// <summary>Whether a task of that kind has the five headings of the record card.</summary>
    public static bool HasHeadings(TaskKind kind) => kind is TaskKind.Talk or TaskKind.HomeVisit;

    /// <summary>Whether it goes on with a new end or is finished with a result.</summary>
    public static bool IsIntervention(TaskKind kind) => kind is TaskKind.Intervention or TaskKind.Continuation;

    /// <summary>Whether it is about meeting or reaching somebody.</summary>
    public static bool IsMeeting(TaskKind kind) => kind is TaskKind.Talk or TaskKind.HomeVisit or TaskKind.Call;

    /// <summary>The command that was sent; null where the page has no such form or a field is missing.</summary>
    public static ChildCommand? Read(TaskNo no, Typed typed) => typed.Action switch
    {
        Complete when typed.Date("on") is { } on => new CompleteTask(no, on, OutcomeOf(typed)),
        Continue when typed.Date("until") is { } until => new ContinueIntervention(no, until, typed["reason"]),
        Finish when typed.Date("on") is { } ended => new FinishIntervention(no, ended, typed["result"]),
        Move when typed.Date("to") is { } to => new MoveTask(no, to, typed["reason"]),
        Assign when typed.Id("to") is { } to => new AssignTask(no, new StaffId(to)),
        _ => null,
    };

    /// <summary>What was seen besides; at most <see cref="MostSeen"/>.</summary>
    public static IReadOnlyList<SeenThing> SeenIn(Typed typed, string? note = null) =>
    [
        .. Enumerable.Range(1, MostSeen).Select(i => i.ToString(CultureInfo.InvariantCulture))
            .Where(i => typed.Maybe($"seen-{i}") is not null)
            .Select(i => new SeenThing(typed[$"seen-{i}"], typed.Whole($"severity-{i}") ?? 1, note)),
    ];

    private static Outcome OutcomeOf(Typed typed)
    {
        var headings = TaskWords.FiveHeadings.Where(h => typed.Maybe(h.Key) is not null).ToDictionary(h => h.Key, h => typed[h.Key]);
        return new Outcome(typed.Maybe("note"), headings.Count > 0 ? headings : null, typed["reached"] != "no", typed.Checked("confidential"));
    }
}
