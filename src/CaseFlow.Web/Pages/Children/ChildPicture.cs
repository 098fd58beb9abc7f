using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Charts;
using CaseFlow.Web.Components.Texts;
using CaseFlow.Web.Pages.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Children;

/// <summary>A school year of a child in charts: what rules look at, as people see it at a glance.</summary>
/// <param name="Days">The register of the term; null where there is no school day yet.</param>
/// <param name="Ranks">Null without an exam of the year.</param>
/// <param name="Events">Null where nothing happened.</param>
public sealed record ChildPicture(DaysDescription? Days, ChartDescription? Ranks, EventsDescription? Events)
{
    // Two months at least, so that the first weeks of a term are seen beside the end of the one before.
    private const int FewestDays = 60;

    private static readonly Mark[] Marks = [Mark.Absent, Mark.Excused, Mark.Late, Mark.Early];

    private static readonly string[] Signs = ["×", "○", "△", "▽"];

    private static readonly DayColour[] Colours = [DayColour.Wrong, DayColour.Quiet, DayColour.Warning, DayColour.Warning];

    private static readonly Engine.Words[] Lanes = [PictureWords.Mood, PictureWords.Seen, PictureWords.Contacts, PictureWords.Flags, PictureWords.Done];

    public bool IsEmpty => this is { Days: null, Ranks: null, Events: null };

    public static async Task<ChildPicture> OfAsync(CaseFlowDb db, ChildFile file)
    {
        var (calendar, today, child) = (file.School.Time.Calendar, file.Today, file.Child.Id);
        if (calendar.TermOn(today) is not { } term)
            return new ChildPicture(null, null, null);
        var from = term.YearStart;
        var marks = await db.AttendanceMarks.AsNoTracking().Where(m => m.ChildId == child && m.IsCurrent && m.Mark != null && m.Date >= from && m.Date <= today)
            .Select(m => new { m.Date, m.Mark }).ToDictionaryAsync(m => m.Date, m => m.Mark!.Value);
        var seen = await db.Observations.AsNoTracking().Where(o => o.ChildId == child && o.Date >= from && o.Date <= today)
            .Select(o => new { o.Id, o.Date, o.Kind, o.Severity }).ToListAsync();
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.ChildId == child && c.Date >= from && c.Date <= today)
            .Select(c => new { c.Id, c.Date, c.Between }).ToListAsync();
        var places = file.School.ClassOf(file.Child) is { } room ? await new ClassSignals(db, file.School, today).PlacesOfAsync(room, child, default) : [];
        IEnumerable<DrawnEvent> events =
        [
            .. seen.Select(o => new DrawnEvent(
                o.Date, ObservationKinds.GroupOf(o.Kind) == ObservationKinds.Emotional ? 0 : 1, o.Severity,
                $"{SignalWords.Observation(o.Kind)} · {TaskWords.Severity(o.Severity)}", ListedSignal.AddressOf(child, ListedSignal.AnchorOf(o.Id)))),
            .. contacts.Select(c => new DrawnEvent(c.Date, 2, 1, ChildWords.Contact(c.Between).ToString(), ListedSignal.AddressOf(child, ListedSignal.AnchorOf(c.Id)))),
            .. file.State.Flags.Values.Select(f => (Flag: f, On: file.School.Time.DayOf(f.RaisedAt))).Select(f => new DrawnEvent(
                f.On, 3, f.Flag.Severity, f.Flag.Finding.Title.ToString(), $"/children/{child.Value}/why?day={Say.Iso(f.On)}#rule-{f.Flag.Finding.Rule}")),
            .. file.State.Tasks.Values.Where(t => t is { State: TaskState.Done, DoneOn: not null }).Select(t => new DrawnEvent(t.DoneOn!.Value, 4, 2, t.Title.ToString(), $"/tasks/{child.Value}/{t.No.Value}")),
        ];
        return new ChildPicture(DaysOf(child, calendar, from, today, marks), RanksOf(child, places), EventsOf(from, today, [.. events.Where(e => e.On >= from && e.On <= today).OrderBy(e => e.On)]));
    }

    private static DaysDescription? DaysOf(ChildId child, SchoolCalendar calendar, DateOnly yearStart, DateOnly today, Dictionary<DateOnly, Mark> marks)
    {
        if (calendar.TermDaysBack(today).LastOrDefault() is not { Year: > 1 } termStart)
            return null;
        var from = termStart < today.AddDays(-FewestDays) ? termStart : today.AddDays(-FewestDays);
        from = from < yearStart ? yearStart : from;
        var days = new List<DrawnDay>();
        for (var day = from; day <= today; day = day.AddDays(1))
        {
            if (marks.TryGetValue(day, out var mark))
                days.Add(new DrawnDay(day, 1 + Array.IndexOf(Marks, mark), ListedSignal.AddressOf(child, ListedSignal.AnchorOfMark(day))));
            else if (calendar.IsSchoolDay(day))
                days.Add(new DrawnDay(day, 0));
        }

        var counted = Marks.Select(m => (Mark: m, Count: days.Count(d => d.Meaning == 1 + Array.IndexOf(Marks, m)))).Where(m => m.Count > 0)
            .Select(m => PictureWords.Count.With(SignalWords.Of(m.Mark), m.Count)).ToList();
        var summary = PictureWords.AttendanceSummary.With(
            Say.Date(from), Say.Date(today), days.Count(d => calendar.IsSchoolDay(d.On)), counted.Count == 0 ? PictureWords.NoMarks : Say.List(counted));
        return new DaysDescription(
            PictureWords.Attendance.ToString(), summary, from, today,
            [new(PictureWords.SchoolDay.ToString(), "", DayColour.Plain), .. Marks.Select((m, i) => new DayMeaning(SignalWords.Of(m).ToString(), Signs[i], Colours[i]))],
            days);
    }

    private static ChartDescription? RanksOf(ChildId child, IReadOnlyList<ExamPlace> places) => places.Count == 0 ? null : new ChartDescription(
        ChartKind.Lines, PictureWords.Ranks.ToString(), PictureWords.RanksSummary.With(places[^1].Exam, places[^1].Rank, places[^1].GroupSize),
        PictureWords.Exam.ToString(), [.. places.Select(p => PictureWords.ExamLabel.With(p.Exam, p.Rank, p.GroupSize))],
        [new ChartSeries(PictureWords.Percentile.ToString(), [.. places.Select(p => (double?)p.Percentile)], ChartColour.First,
            [.. places.Select(p => ListedSignal.AddressOf(child, ListedSignal.AnchorOfExam(p.Exam)))])],
        "", Band: new ChartBand(PictureWords.MiddleHalf.ToString(), 25, 75), Most: 100);

    private static EventsDescription? EventsOf(DateOnly from, DateOnly to, IReadOnlyList<DrawnEvent> events) => events.Count == 0 ? null : new EventsDescription(
        PictureWords.Events.ToString(), PictureWords.EventsSummary.With(Say.Date(from), Say.Date(to), events.Count), from, to,
        [.. Lanes.Select(l => l.ToString())], events);
}
