namespace CaseFlow.TestSchools;

/// <summary>Exam results: a child mostly keeps its level, some fall, some score around 60 %, many tie.</summary>
internal sealed class RandomExams
{
    private static readonly (string Name, int FullScore)[] AllSubjects =
        [("语文", 120), ("数学", 150), ("英语", 100), ("科学", 90), ("品德", 30)];

    private readonly Dice dice;
    private readonly IReadOnlyList<RandomExam> exams;
    private readonly IReadOnlyList<(string Name, int FullScore)> subjects;
    private readonly string lastClass;
    private readonly DateOnly focus;

    /// <summary>Coarse steps make ties.</summary>
    private readonly decimal step;

    private readonly int totalsPercent;

    /// <summary>So many children have exactly one and the same result, by the same or by differing subjects.</summary>
    private readonly int tiedPercent;

    private readonly int tiedLevel;
    private readonly List<ExamRow> rows = [];

    public RandomExams(Dice dice, School school, DateOnly focus)
    {
        this.dice = dice;
        this.focus = focus;
        exams = RandomExamPlan.Make(dice, focus, new PlainCalendar(school).On(focus).YearStart);
        subjects = [.. dice.Shuffled(AllSubjects).Take(dice.Between(2, 4))];
        lastClass = school.Classes[^1].Name;
        step = dice.Pick(0.5m, 1m, 1m, 5m, 10m);
        totalsPercent = dice.Pick(0, 10, 10, 95);
        tiedPercent = dice.Pick(5, 10, 50);
        tiedLevel = dice.Between(65, 85);
    }

    public IReadOnlyList<ExamRow> Make(IEnumerable<Pupil> pupils)
    {
        foreach (var pupil in pupils)
            AddPupil(pupil);
        return dice.Shuffled(rows);
    }

    private void AddPupil(Pupil pupil)
    {
        var sat = exams.Where(_ => dice.Percent(94)).ToList();
        var level = dice.Between(50, 95);
        var isShaken = dice.Percent(12);
        var isAtSixty = dice.Percent(15);
        var isTied = dice.Percent(tiedPercent);
        var fall = dice.Percent(12) ? RandomFalls.Choose(dice) : null;
        var past = sat.Where(exam => exam.Date <= focus).ToList();
        foreach (var exam in sat)
        {
            var spread = dice.Pick(0, 10);
            var percent = isShaken ? dice.Between(30, 100) : level + dice.Between(-2, 2);
            var results = AddSubjects(pupil, exam, (subject, fullScore) =>
                isAtSixty ? AroundSixty(fullScore) : isTied ? Tied(subject, fullScore, spread) : Score(fullScore, percent));
            if (fall is not null && past.Count >= 2 && exam == past[^2])
                AddTotal(pupil, exam, results, fall.EarlierRank, fall.EarlierSize);
            else if (fall is not null && past.Count >= 2 && exam == past[^1])
                AddTotal(pupil, exam, results, fall.LaterRank, fall.LaterSize);
            else if (results.Count == 0 || dice.Percent(totalsPercent))
                AddUnaimedTotal(pupil, exam, results, percent);
        }
    }

    /// <summary>Some miss a subject, and a few have no subject on file at all.</summary>
    private List<ExamRow> AddSubjects(Pupil pupil, RandomExam exam, Func<int, int, decimal> score)
    {
        if (dice.Percent(3))
            return [];
        var results = subjects
            .Select((subject, index) => new ExamRow(
                pupil.Number,
                exam.Name,
                DateOf(pupil, exam, index),
                subject.Name,
                score(index, subject.FullScore),
                subject.FullScore))
            .Where(_ => dice.Percent(95))
            .Select(row => dice.Percent(4) ? row with { Rank = 1, GroupSize = 1 + dice.Between(0, 50) } : row)
            .ToList();
        rows.AddRange(results);
        return results;
    }

    /// <summary>A class-wide list of ranks, a total without rank or without group size.</summary>
    private void AddUnaimedTotal(Pupil pupil, RandomExam exam, List<ExamRow> results, int percent)
    {
        var size = dice.Pick(1, 2, 11, 21, 41);
        var rank = Math.Clamp(size - (size * percent / 101), 1, size);
        switch (dice.Between(1, 10))
        {
            case <= 7:
                AddTotal(pupil, exam, results, rank, size);
                break;
            case <= 9:
                AddTotal(pupil, exam, results, null, null);
                break;
            default:
                AddTotal(pupil, exam, results, rank, null);
                break;
        }
    }

    private void AddTotal(Pupil pupil, RandomExam exam, List<ExamRow> results, int? rank, int? size)
    {
        var full = results.Count == 0 ? 300 : results.Sum(row => row.FullScore);
        var score = results.Count == 0 ? 150 : results.Sum(row => row.Score);
        rows.Add(new ExamRow(pupil.Number, exam.Name, DateOf(pupil, exam, 0), "total", score, full, rank, size));
    }

    private DateOnly DateOf(Pupil pupil, RandomExam exam, int subject)
    {
        var secondDay = exam.TwoDays && subject >= subjects.Count / 2 ? 1 : 0;
        var late = exam.LateClass && pupil.Class == lastClass ? 1 : 0;
        return exam.Date.AddDays(secondDay + late);
    }

    private decimal Score(int fullScore, int percent) =>
        Math.Clamp(Math.Round(fullScore * percent / 100m / step) * step, 0, fullScore);

    private decimal AroundSixty(int fullScore) => (fullScore * 0.6m) + dice.Pick(-0.5m, -0.1m, -0.1m, 0m, 0m, 0.1m);

    /// <summary>
    /// The same share of every subject, or as much more in the first as less in the second: equal as fractions, and often
    /// unequal when shares are added as binary fractions.
    /// </summary>
    private decimal Tied(int subject, int fullScore, int spread) =>
        fullScore * (tiedLevel + (subject switch { 0 => spread, 1 => -spread, _ => 0 })) / 100m;
}
