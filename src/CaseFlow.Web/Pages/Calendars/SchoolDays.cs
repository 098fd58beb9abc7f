using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Components.Texts;
using CaseFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Calendars;

/// <summary>Changes the school's calendar: a term at once, and single days of it.</summary>
public static class SchoolDays
{
    /// <summary>A year; more is a slip of the pen.</summary>
    private const int MostDays = 366;

    /// <summary>In characters.</summary>
    public const int LongestNote = 200;

    /// <summary>Adds a term in which Monday to Friday are school days; days that are on file stay as they are.</summary>
    /// <returns>Null where it was done, otherwise why not.</returns>
    public static async Task<Refusal?> AddTermAsync(CaseFlowDb db, string name, DateOnly from, DateOnly until, CancellationToken cancel)
    {
        var (term, wrong) = CellText.Term(name);
        if (wrong is not null)
            return new Refusal("calendar.term", wrong);
        if (Check(from, until) is { } refusal)
            return refusal;
        var known = (await db.CalendarDates.Where(d => d.Date >= from && d.Date <= until).Select(d => d.Date).ToListAsync(cancel)).ToHashSet();
        db.CalendarDates.AddRange(Days(from, until).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !known.Contains(d))
            .Select(d => new CalendarDate { SchoolId = db.SchoolId, Date = d, Kind = DayKind.School, Term = term }));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Says what these days are: a holiday, a make-up Saturday, an exam. New days belong to the term around them.</summary>
    /// <returns>Null where it was done, otherwise why not.</returns>
    public static async Task<Refusal?> SetAsync(CaseFlowDb db, DateOnly from, DateOnly until, DayKind kind, string? note, CancellationToken cancel)
    {
        if (Check(from, until) is { } refusal)
            return refusal;
        var all = await db.CalendarDates.ToDictionaryAsync(d => d.Date, cancel);
        if (all.Count == 0)
            return new Refusal("calendar.no-term", CalendarWords.NoTermYet); // one day alone would make every other day a day without school
        var calendar = new SchoolCalendar(all.Values.Select(d => new CalendarDay(d.Date, d.Kind, d.Term)));
        foreach (var day in Days(from, until))
        {
            if (!all.TryGetValue(day, out var known))
                db.CalendarDates.Add(new CalendarDate { SchoolId = db.SchoolId, Date = day, Kind = kind, Term = calendar.TermOn(day)?.Name, Note = note });
            else
                (known.Kind, known.Note) = (kind, note);
        }

        await db.SaveChangesAsync(cancel);
        return null;
    }

    private static Refusal? Check(DateOnly from, DateOnly until) =>
        until < from || until.DayNumber - from.DayNumber >= MostDays ? new Refusal("calendar.days", CalendarWords.WrongDays) : null;

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly until) => Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays);
}
