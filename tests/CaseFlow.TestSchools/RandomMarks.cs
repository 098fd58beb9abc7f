namespace CaseFlow.TestSchools;

/// <summary>Attendance marks: a thin background, and stories aimed at the limits of the absence rules.</summary>
internal sealed class RandomMarks
{
    private static readonly string[] Unexcused = ["absent"];
    private static readonly string[] Tardy = ["late", "early"];
    private static readonly string[] Absences = ["absent", "excused", "excused", "excused", "excused"];

    private readonly Dice dice;
    private readonly DateOnly focus;
    private readonly SortedDictionary<(string Student, DateOnly Date), string> marks = [];

    /// <summary>School days on or before the focus, the latest first, over terms and years.</summary>
    private readonly IReadOnlyList<DateOnly> daysBack;

    private readonly IReadOnlyList<DateOnly> termDays;
    private readonly IReadOnlyList<DateOnly> daysWithoutSchool;

    public RandomMarks(Dice dice, School school, DateOnly focus)
    {
        this.dice = dice;
        this.focus = focus;
        var calendar = new PlainCalendar(school);
        daysBack = [.. calendar.SchoolDays(focus.AddDays(-400), focus).Reverse()];
        termDays = calendar.On(focus).TermDays;
        daysWithoutSchool =
        [
            .. Enumerable.Range(0, 15).Select(back => focus.AddDays(-back)).Where(day => !calendar.IsSchoolDay(day)),
        ];
    }

    public IReadOnlyList<Mark> Make(IEnumerable<Pupil> pupils)
    {
        foreach (var pupil in pupils)
        {
            AddBackground(pupil.Number);
            if (dice.Percent(35))
                AddStory(pupil.Number);
        }

        return [.. marks.Select(entry => new Mark(entry.Key.Student, entry.Key.Date, entry.Value))];
    }

    private void AddBackground(string student)
    {
        foreach (var day in daysBack.Where(_ => dice.Percent(1)))
            Put(student, day, dice.Pick("absent", "excused", "excused", "late", "early"));
    }

    private void AddStory(string student)
    {
        switch (dice.Between(1, 8))
        {
            case 1:
                AddUnexcused(student);
                break;
            case 2 or 3:
                AddStreak(student);
                break;
            case 4:
                AddTardiness(student);
                break;
            case 5 or 6 when termDays.Count > 0:
                AddChronic(student);
                break;
            case 7:
                PutAll(student, daysWithoutSchool.Take(dice.Between(1, 4)), Unexcused);
                break;
            default:
                PutAll(student, [focus.AddDays(1), focus.AddDays(2)], Unexcused);
                Put(student, daysBack[0], dice.Pick("absent", "late"));
                break;
        }
    }

    /// <summary>Days just inside and just outside the last 5 school days.</summary>
    private void AddUnexcused(string student) =>
        PutAll(student, dice.Shuffled(Enumerable.Range(0, 7)).Take(dice.Between(1, 2)).Select(Back), Unexcused);

    /// <summary>2 to 6 days up to the focus or the day before it, at times broken by one excused or present day.</summary>
    private void AddStreak(string student)
    {
        var newest = dice.Pick(0, 0, 0, 1);
        var length = dice.Pick(2, 3, 3, 4, 6);
        PutAll(student, Enumerable.Range(newest, length).Select(Back), Unexcused);
        if (dice.Percent(25))
            Put(student, Back(dice.Between(newest, newest + length)), "excused");
        if (dice.Percent(15))
            marks.Remove((student, Back(dice.Between(newest, newest + length))));
    }

    /// <summary>2 to 4 marks of which the oldest is the 9th, 10th or 11th school day back.</summary>
    private void AddTardiness(string student)
    {
        var recent = dice.Shuffled(Enumerable.Range(0, 8)).Take(dice.Pick(1, 2, 2, 3)).Append(dice.Pick(8, 9, 10));
        PutAll(student, recent.Select(Back), Tardy);
    }

    /// <summary>One day under, exactly at or one day over 10 or 20 % of the term's days; some in the term before.</summary>
    private void AddChronic(string student)
    {
        foreach (var day in termDays)
            marks.Remove((student, day));
        var limit = Math.Ceiling(termDays.Count * dice.Pick(0.1m, 0.2m));
        var count = Math.Max(0, (int)limit + dice.Pick(-1, 0, 0, 1));
        PutAll(student, dice.Shuffled(termDays).Take(count), Absences);
        if (dice.Percent(50))
            PutAll(student, daysBack.Skip(termDays.Count).Take(dice.Between(1, 4)), Absences);
    }

    private DateOnly Back(int schoolDays) => daysBack[Math.Min(schoolDays, daysBack.Count - 1)];

    private void PutAll(string student, IEnumerable<DateOnly> days, string[] kinds)
    {
        foreach (var day in days)
            Put(student, day, dice.Pick(kinds));
    }

    private void Put(string student, DateOnly day, string kind) => marks[(student, day)] = kind;
}
