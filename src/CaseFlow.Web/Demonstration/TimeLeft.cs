using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Demonstration;

/// <summary>How far time can pass: the calendar of the demonstration school says what happens until the end of its school year.</summary>
/// <param name="Today">The day at the school.</param>
/// <param name="Most">Days until the calendar ends; zero where it has ended.</param>
/// <param name="ToEndOfTerm">Days until the last school day of the term is over; null where no lesson of it is left.</param>
public sealed record TimeLeft(DateOnly Today, int Most, int? ToEndOfTerm)
{
    public static async Task<TimeLeft> ReadAsync(CareRuntime runtime, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var time = (await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel)).Time;
        return Of(time.Calendar, time.DayOf(runtime.Now));
    }

    public static TimeLeft Of(SchoolCalendar calendar, DateOnly today)
    {
        var most = Math.Max(0, (calendar.LastGivenDay ?? today).DayNumber - today.DayNumber + 1);
        var term = calendar.TermOn(today)?.Name;
        var lessons = Enumerable.Range(0, most).Where(n => calendar.IsSchoolDay(today.AddDays(n)) && calendar.TermOn(today.AddDays(n))?.Name == term).ToList();
        return new TimeLeft(today, most, lessons.Count > 0 ? lessons[^1] + 1 : null);
    }
}
