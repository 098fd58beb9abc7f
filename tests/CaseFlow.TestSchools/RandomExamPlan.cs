namespace CaseFlow.TestSchools;

/// <summary>An exam that a random school holds.</summary>
/// <param name="Name">Unique in its school year; the year before may have an exam of the same name.</param>
/// <param name="Date">Its first day.</param>
/// <param name="TwoDays">The second half of the subjects is sat on the next day.</param>
/// <param name="LateClass">The last class sits it a day later, which moves the date of the exam for everyone.</param>
internal sealed record RandomExam(string Name, DateOnly Date, bool TwoDays = false, bool LateClass = false);

/// <summary>
/// Chooses exams around the limits: 60 and 61 days before the focus, on the first day of the school year and the day
/// before it, on equal dates, after the focus, and a year earlier under the same name.
/// </summary>
internal static class RandomExamPlan
{
    private static readonly string[] Names = ["月考1", "月考2", "期中", "期末", "Quiz"];

    /// <summary>In order of date.</summary>
    public static IReadOnlyList<RandomExam> Make(Dice dice, DateOnly focus, DateOnly? yearStart)
    {
        var daysOfYear = focus.DayNumber - (yearStart ?? focus).DayNumber;
        int[] daysBack = [0, 1, 5, 12, 20, 40, 59, 60, 60, 61, 62, daysOfYear, daysOfYear + 1];
        var date = focus.AddDays(-dice.Pick(daysBack));
        List<RandomExam> year = [];
        foreach (var name in dice.Shuffled(Names).Take(dice.Pick(1, 2, 2, 3, 4)))
        {
            year.Insert(0, new RandomExam(name, date, dice.Percent(25), dice.Percent(20)));
            date = date.AddDays(-dice.Pick(0, 0, 1, 7, 14, 30, 90));
        }

        var namesOfYear = year.Where(exam => exam.Date >= yearStart).Select(exam => exam.Name).ToList();
        return
        [
            .. namesOfYear.Take(dice.Between(0, 1)).Select(name => new RandomExam(name, AprilBefore(yearStart))),
            .. year,
            .. dice.Percent(30) ? [new RandomExam("联考", focus.AddDays(dice.Between(1, 3)))] : Array.Empty<RandomExam>(),
        ];
    }

    /// <summary>Surely in the school year before, whichever way that year is told.</summary>
    private static DateOnly AprilBefore(DateOnly? yearStart) =>
        new((yearStart ?? throw new InvalidOperationException("no school year")).Year, 4, 20);
}
