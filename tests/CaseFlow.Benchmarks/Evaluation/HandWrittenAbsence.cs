using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Evaluation;

/// <summary>The rules of the kind absence as somebody would write them in C#: one pass over the marks.</summary>
internal static class HandWrittenAbsence
{
    public static void Find(ChildFacts child, ref List<FlagFinding>? found)
    {
        var attendance = child.Attendance;
        var (unexcused, away, tardy) = (0, 0, 0);
        for (var i = 0; i < attendance.Marks.Count; i++)
        {
            var mark = attendance.Marks[i];
            if (IsUnexcused(mark))
                unexcused++;
            if (IsAway(mark))
                away++;
            if (IsTardy(mark))
                tardy++;
        }

        if (unexcused >= 1)
        {
            (found ??= []).Add(Raised.Of("absence-unexcused", "absence", unexcused >= 2 ? 2 : 1, Those(attendance, IsUnexcused),
                $"最近 5 个上课日内旷课 {unexcused} 天", $"{unexcused} day(s) absent without leave in the last 5 school days"));
        }

        if (attendance.Streak >= 3)
        {
            (found ??= []).Add(Raised.Of("absence-streak", "absence", 3, Those(attendance, m => m.Kind == "absent" && m.SchoolDaysAgo < attendance.Streak),
                $"最近连续 {attendance.Streak} 个上课日旷课", $"absent without leave on the last {attendance.Streak} school days in a row"));
        }

        if (attendance.TermDays >= 20 && away > 0 && away * 10 >= attendance.TermDays)
        {
            (found ??= []).Add(Raised.Of("absence-chronic", "absence", away * 5 >= attendance.TermDays ? 3 : 2, Those(attendance, IsAway),
                $"本学期 {attendance.TermDays} 个上课日中缺课 {away} 天（含请假）",
                $"absent on {away} of {attendance.TermDays} school days of this term, leave included"));
        }

        if (tardy >= 3)
        {
            (found ??= []).Add(Raised.Of("tardiness", "absence", 1, Those(attendance, IsTardy),
                $"最近 10 个上课日内迟到或早退 {tardy} 次", $"late or left early {tardy} times in the last 10 school days"));
        }
    }

    private static bool IsUnexcused(MarkFact mark) => mark.Kind == "absent" && mark.SchoolDaysAgo < 5;

    private static bool IsAway(MarkFact mark) => mark.InTerm && (mark.Kind == "absent" || mark.Kind == "excused");

    private static bool IsTardy(MarkFact mark) => (mark.Kind == "late" || mark.Kind == "early") && mark.SchoolDaysAgo < 10;

    private static List<Fact> Those(AttendanceFacts attendance, Func<MarkFact, bool> which) => [.. attendance.Marks.Where(which)];
}
