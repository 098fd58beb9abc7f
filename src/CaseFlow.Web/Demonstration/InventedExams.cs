using System.Globalization;

namespace CaseFlow.Web.Demonstration;

/// <summary>The exams that were held: three to five subjects, and the total with the rank in the class.</summary>
internal sealed class InventedExams(
    IReadOnlyList<InventedPupil> pupils, InventedStories stories, InventedCalendar calendar, InventedSchoolOptions options, Random random)
{
    private const int FullScore = 100;

    public IEnumerable<string> Rows()
    {
        var from = options.From ?? calendar.FirstDay;
        var held = calendar.Exams.Where(e => e.Day >= from && e.Day.AddDays(1) <= options.Until).ToList();
        return held.SelectMany((exam, i) => pupils.GroupBy(p => p.Class).SelectMany(room => OfClass(exam, i > 0 && i == held.Count - 1, [.. room])));
    }

    private IEnumerable<string> OfClass((string Name, DateOnly Day) exam, bool isLatest, List<InventedPupil> room)
    {
        var subjects = Subjects(room[0].Grade);
        var results = room.Select(p => (Pupil: p, Scores: subjects.Select(_ => Score(p, isLatest)).ToList())).ToList();
        foreach (var (pupil, scores) in results)
        {
            for (var s = 0; s < subjects.Count; s++)
                yield return Row(pupil, exam.Name, exam.Day.AddDays(s / 3), subjects[s], scores[s], FullScore, "");
            var rank = 1 + results.Count(r => r.Scores.Sum() > scores.Sum());
            yield return Row(pupil, exam.Name, exam.Day.AddDays(1), "total", scores.Sum(), FullScore * subjects.Count, $"{rank},{results.Count}");
        }
    }

    private static List<string> Subjects(int grade) => grade switch
    {
        <= 2 => ["语文", "数学", "科学"],
        <= 4 => ["语文", "数学", "英语", "科学"],
        _ => ["语文", "数学", "英语", "科学", "道德与法治"],
    };

    /// <summary>Around what the child is able to, in halves; those who fall do so in the latest exam.</summary>
    private decimal Score(InventedPupil pupil, bool isLatest)
    {
        var ability = isLatest && stories.Falling.Contains(pupil) ? 0.4 : pupil.Ability;
        var score = Math.Clamp((ability * 100) + ((random.NextDouble() - 0.5) * 12) + 4, 5, FullScore);
        return Math.Round((decimal)score * 2, MidpointRounding.AwayFromZero) / 2;
    }

    private static string Row(InventedPupil pupil, string exam, DateOnly day, string subject, decimal score, int full, string place) =>
        string.Create(CultureInfo.InvariantCulture, $"{pupil.No},{exam},{day:yyyy-MM-dd},{subject},{score:0.##},{full},{(place.Length > 0 ? place : ",")}");
}
