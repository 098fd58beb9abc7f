using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Evaluation;

/// <summary>The sixteen base rules and the level, written straight down in C#: the yardstick of the rule files.</summary>
/// <remarks>Gives the same findings but for title and file version, which code does not have.</remarks>
internal static class HandWrittenRules
{
    public static (List<FlagFinding>? Found, int Level) Judge(ChildFacts child)
    {
        List<FlagFinding>? found = null;
        HandWrittenAbsence.Find(child, ref found);
        HandWrittenObservations.Find(child, ref found);
        Grades(child.Exam, ref found);
        Guardianship(child, ref found);
        return (found, LevelOf(found));
    }

    private static void Grades(ExamFacts exam, ref List<FlagFinding>? found)
    {
        if (exam.AgeDays > 60)
            return;
        if (exam.HasFall && exam.FallTenths >= 200)
        {
            (found ??= []).Add(Raised.Of("grade-drop", "grade", exam.FallTenths >= 350 ? 3 : 2, [.. exam.Places],
                $"名次百分位由 {exam.PreviousPercentile} 降至 {exam.Percentile}",
                $"the rank percentile fell from {exam.PreviousPercentile} to {exam.Percentile}"));
        }

        var failing = 0;
        for (var i = 0; i < exam.Results.Count; i++)
            failing += IsFailing(exam.Results[i]) ? 1 : 0;
        if (failing >= 2)
        {
            (found ??= []).Add(Raised.Of("grade-failing", "grade", failing >= 3 ? 2 : 1, [.. exam.Results.Where(IsFailing)],
                $"最近一次考试有 {failing} 科低于满分的 60%", $"below 60 % of the full score in {failing} subjects of the last exam"));
        }
    }

    private static bool IsFailing(ResultFact result) => result.Score * 100 < result.Full * 60;

    private static void Guardianship(ChildFacts child, ref List<FlagFinding>? found)
    {
        var (pupil, guardian, contact) = (child.Pupil, child.Guardian, child.Contact);
        var none = pupil.BothAway && !guardian.OnFile;
        for (var i = 0; i < pupil.Categories.Count && !none; i++)
            none = pupil.Categories[i] == "no-guardian";
        if (none)
            (found ??= []).Add(Raised.Of("guardian-none", "guardianship", 3, [.. guardian.Dossier], "档案中没有能够照看孩子的监护人", "the dossier shows nobody who looks after the child"));
        if (pupil.LeftBehind && guardian is { OnFile: true, Age: >= 70 })
            (found ??= []).Add(Raised.Of("guardian-frail", "guardianship", 1, [.. guardian.Dossier], $"唯一的监护人 {guardian.Age} 岁", $"the only guardian is {guardian.Age} years old"));
        if (pupil.BothAway && contact is { SchoolRecords: true, Known: true, Days: >= 30 })
            (found ??= []).Add(Raised.Of("contact-lapsed", "guardianship", 1, [.. contact.Lapse], $"父母双方外出，已 {contact.Days} 天没有亲子联系记录", $"both parents away, and no contact with the child on record for {contact.Days} days"));
    }

    private static int LevelOf(List<FlagFinding>? found)
    {
        if (found is null)
            return 0;
        var highest = found.Max(f => f.Severity);
        if (highest >= 3)
            return highest;
        if (highest == 2)
            return found.Where(f => f.Severity == 2).DistinctBy(f => f.Kind).Count() >= 2 ? 3 : 2;
        return found.DistinctBy(f => f.Kind).Count() >= 3 ? 2 : 1;
    }
}
