using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Runtime.Figures;

/// <summary>A figure of a term, or of another stretch of days.</summary>
/// <param name="Id">For example <c>cases-opened</c>.</param>
/// <param name="IsNow">It says how things stand today, and so belongs to the current term only.</param>
public sealed record Figure(string Id, Words Words, bool IsNow = false)
{
    /// <summary>Those that the page of a term shows, in its order.</summary>
    public static readonly IReadOnlyList<Figure> OfTerm =
    [
        new("pupils", new("在校学生", "pupils")),
        new("left-behind", new("留守儿童", "left-behind children")),
        new("flags-raised", new("新的风险提示", "flags raised")),
        new("false-alarms", new("核实为误报", "answered as false alarms")),
        new("cases-opened", new("新开个案", "cases opened")),
        new("cases-closed", new("结案", "cases closed")),
        new("cases-open", new("在办个案", "open cases"), IsNow: true),
        new("cases-level-4", new("其中紧急", "of them emergency"), IsNow: true),
        new("cases-level-3", new("其中重点", "of them priority"), IsNow: true),
        new("contacts-done", new("首次谈话完成", "first contacts made")),
        new("contacts-late", new("其中逾期", "of them late")),
        new("visits-done", new("家访完成", "home visits made")),
        new("visits-late", new("其中逾期", "of them late")),
        new("visits-waiting", new("待完成家访", "home visits waiting"), IsNow: true),
        new("tasks-late", new("逾期未办任务", "tasks late and not done"), IsNow: true),
        new("escalations-asked", new("上报", "escalations asked")),
        new("escalations-approved", new("批准", "approved")),
        new("escalations-rejected", new("不批准", "rejected")),
        new("escalations-waiting", new("待决定", "waiting for a decision"), IsNow: true),
    ];

    /// <summary>Others that other pages show.</summary>
    public static readonly IReadOnlyList<Figure> Others =
    [
        new("tasks-done", new("完成的任务", "tasks done")),
        new("tasks-fell-late", new("逾期过的任务", "tasks that fell late")),
        new("visits-in-time", new("按时家访", "home visits in time")),
        new("visits-after-due", new("逾期家访", "late home visits")),
        new("escalations-reminded", new("催办过的上报", "escalations that had to be reminded of")),
        new("emergencies", new("应急启动", "emergencies")),
        new("reviews-improved", new("评估好转", "reviews: improved")),
        new("reviews-unchanged", new("评估未变", "reviews: unchanged")),
        new("reviews-worse", new("评估变差", "reviews: worse")),
        new("cases-owned", new("有负责人的在办个案", "open cases with somebody responsible"), IsNow: true),
        new("cases-dated", new("有下一个日期的在办个案", "open cases with a next date"), IsNow: true),
        new("cases-overdue", new("已过日期的在办个案", "open cases past their date"), IsNow: true),
        new("on-roll", new("在册学生", "children on roll"), IsNow: true),
        new("left-behind-on-roll", new("在册留守儿童", "left-behind children on roll"), IsNow: true),
        new("cases-closed-ever", new("已结个案", "closed cases"), IsNow: true),
    ];

    /// <exception cref="InvalidOperationException">There is no figure of that id.</exception>
    public static Figure Of(string id) => OfTerm.Concat(Others).First(f => f.Id == id);
}

/// <summary>A figure with its count.</summary>
/// <param name="Before">In the term before; null where there was none, or where the figure says how things stand today.</param>
public sealed record CountedFigure(Figure Figure, int Count, int? Before);

/// <summary>How many of the left-behind children of a class were reached in a month.</summary>
/// <param name="Reached">Of <paramref name="All"/>.</param>
public sealed record Coverage(ClassRoom Class, DateOnly Month, int Reached, int All);

/// <summary>What somebody carries today.</summary>
public sealed record Load(StaffId Staff, int Cases, int Tasks, int Late);
