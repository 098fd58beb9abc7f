using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Simulation.Signals;

/// <summary>Two exams a term, in the middle and at the end; some children slide.</summary>
internal sealed class Exams(SimulatedEngine engine, SimulatedSchool school, SignalBook book, SimulationSettings settings, int seed)
{
    private const int FullScore = 100;

    /// <summary>An exam is held on the first school day from its date on, this many days later at most.</summary>
    private const int FurthestDays = 10;

    private static readonly string[] Subjects = ["语文", "数学", "英语"];

    private static readonly (int Month, int Day, string Name)[] Dates =
        [(11, 10, "第一学期期中"), (1, 8, "第一学期期末"), (4, 20, "第二学期期中"), (6, 20, "第二学期期末")];

    public async Task HoldAsync(DateOnly day, CancellationToken cancel)
    {
        if (NameOn(day, engine.Time.Calendar) is not { } name)
            return;
        var year = engine.Time.Calendar.SchoolYearOf(day);
        using (var db = engine.Runtime.Open())
        {
            // A school may have sat one of that name before the simulation begins.
            if (await db.ExamResults.AnyAsync(r => r.SchoolYear == year && r.Exam == name, cancel))
                return;
        }

        foreach (var room in school.Classes)
        {
            var form = school.In(room, day).SelectMany(p => ResultsOf(p, name, year, day)).ToList();
            await book.AddAsync(form, (r, no) => r.RecordedNo = no, _ => "exam results", cancel);
        }
    }

    private static string? NameOn(DateOnly day, SchoolCalendar calendar) => Dates
        .Where(d => new DateOnly(day.Year, d.Month, d.Day) is var from && day >= from && day <= from.AddDays(FurthestDays)
            && !Enumerable.Range(0, day.DayNumber - from.DayNumber).Any(n => calendar.IsExpectedSchoolDay(from.AddDays(n))))
        .Select(d => d.Name).FirstOrDefault();

    private IEnumerable<ExamResult> ResultsOf(Pupil pupil, string name, string year, DateOnly day)
    {
        var chance = Chance.On(seed, day, "exam", pupil.No);
        if (chance.Happens(0.02))
            yield break;
        var slide = chance.Happens(settings.Slides * pupil.Trouble(settings)) ? 0.2 + (0.25 * chance.Next()) : 0;
        foreach (var subject in Subjects)
        {
            var result = Math.Clamp(pupil.Traits.Ability - slide + ((chance.Next() - 0.5) * 0.12), 0.05, 1);
            yield return new ExamResult
            {
                SchoolId = school.Classes[0].SchoolId,
                ChildId = pupil.Id,
                SchoolYear = year,
                Exam = name,
                Subject = subject,
                Revision = 1,
                Date = day,
                Score = Math.Round((decimal)result * FullScore, 1),
                FullScore = FullScore,
                IsCurrent = true,
                RecordedAt = book.Now,
            };
        }
    }
}
