using System.Globalization;

namespace CaseFlow.Web.Demonstration;

/// <summary>The calendar of one school year as a Chinese school has it, movable feasts included.</summary>
internal sealed class InventedCalendar
{
    private readonly int year;
    private readonly SortedDictionary<DateOnly, (string Kind, string Note)> days = [];
    private readonly DateOnly winterFrom;
    private readonly DateOnly winterTo;
    private readonly DateOnly summerFrom;

    public InventedCalendar(DateOnly until)
    {
        year = until.Month >= 9 ? until.Year : until.Year - 1;
        var springFestival = Lunar(year + 1, 1, 1);
        winterFrom = Next(springFestival.AddDays(-18), DayOfWeek.Saturday);
        winterTo = Next(springFestival.AddDays(12), DayOfWeek.Sunday);
        summerFrom = Next(new(year + 1, 7, 4), DayOfWeek.Saturday);
        FirstDay = new(year, 9, 1);
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
            days[day] = IsHoliday(day) ? ("holiday", NoteOf(day)) : IsWeekend(day) ? ("holiday", "") : ("school", "");
        Feasts();
        foreach (var exam in Exams)
        {
            days[exam.Day] = ("exam", exam.Name);
            days[exam.Day.AddDays(1)] = ("exam", exam.Name);
        }
    }

    public DateOnly FirstDay { get; }

    public DateOnly LastDay => new(year + 1, 8, 31);

    /// <summary>The four exams of the year, each with its first day; a Thursday, so that the second day is one of lessons as well.</summary>
    public IReadOnlyList<(string Name, DateOnly Day)> Exams =>
    [
        ("第一学期期中考试", Next(new(year, 11, 6), DayOfWeek.Thursday)),
        ("第一学期期末考试", winterFrom.AddDays(-9)),
        ("第二学期期中考试", Next(new(year + 1, 4, 20), DayOfWeek.Thursday)),
        ("第二学期期末考试", summerFrom.AddDays(-9)),
    ];

    /// <summary>Days of lessons or exams in a span, both ends included.</summary>
    public List<DateOnly> SchoolDays(DateOnly from, DateOnly to) =>
        [.. days.Where(d => d.Key >= from && d.Key <= to && d.Value.Kind != "holiday").Select(d => d.Key)];

    public IEnumerable<string> Rows() => days.Select(d => $"{d.Key:yyyy-MM-dd},{d.Value.Kind},{TermOf(d.Key)},{d.Value.Note}");

    private string TermOf(DateOnly day) =>
        day < winterFrom ? $"{year}-{year + 1}-1" : day > winterTo && day < summerFrom ? $"{year}-{year + 1}-2" : "";

    private void Feasts()
    {
        Feast("国庆节", new(year, 10, 1), 7);
        MakeUp(Next(new(year, 10, 8), DayOfWeek.Saturday));
        Feast("元旦", new(year + 1, 1, 1), 1);
        Feast("清明节", Qingming(year + 1), 1);
        Feast("劳动节", new(year + 1, 5, 1), 5);
        MakeUp(Next(new(year + 1, 5, 6), DayOfWeek.Saturday));
        Feast("端午节", Lunar(year + 1, 5, 5), 1);
    }

    private void Feast(string name, DateOnly first, int count)
    {
        for (var day = first; day < first.AddDays(count); day = day.AddDays(1))
            days[day] = ("holiday", name);
    }

    private void MakeUp(DateOnly saturday) => days[saturday] = ("school", "调休上课");

    private bool IsHoliday(DateOnly day) => (day >= winterFrom && day <= winterTo) || day >= summerFrom;

    private string NoteOf(DateOnly day) => day >= summerFrom ? "暑假" : day == Lunar(year + 1, 1, 1) ? "春节" : "寒假";

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The first day of that weekday on or after <paramref name="day"/>.</summary>
    private static DateOnly Next(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    private static DateOnly Lunar(int year, int month, int day)
    {
        var lunar = new ChineseLunisolarCalendar();
        var leap = lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>4 or 5 April; the usual formula for this century.</summary>
    private static DateOnly Qingming(int year) => new(year, 4, (int)((year % 100 * 0.2422) + 4.81) - (year % 100 / 4));
}
