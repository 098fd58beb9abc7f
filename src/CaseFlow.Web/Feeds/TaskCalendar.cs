using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components.Texts;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Calendar = Ical.Net.Calendar;

namespace CaseFlow.Web.Feeds;

/// <summary>The tasks that a person still has to do as iCalendar (RFC 5545): a whole day each, on the day it is due.</summary>
/// <remarks>
/// It leaves the school's own machines, so it names no child: the kind of task, the code of the case, and a link behind which one signs in.
/// What is done, withdrawn or given to somebody else is no longer in it, and calendars that subscribe take it away.
/// </remarks>
internal sealed class TaskCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private readonly List<Entry> entries;
    private readonly CultureInfo language;
    private readonly DateTimeOffset now;

    private TaskCalendar(List<Entry> entries, string language, DateTimeOffset now)
    {
        this.entries = entries;
        this.language = CultureInfo.GetCultureInfo(language);
        this.now = now;
    }

    public static async Task<TaskCalendar> OfAsync(CaseFlowDb db, SignedIn who, string language, DateTimeOffset now, CancellationToken cancel = default)
    {
        var me = who.Staff;
        var entries = await db.Children.AsNoTracking().VisibleTo(db, who)
            .Join(db.Tasks.AsNoTracking(), c => c.Id, t => t.ChildId, (c, t) => new { Child = c, Task = t })
            .Where(r => r.Task.AssigneeId == me && (r.Task.State == TaskState.Open || r.Task.State == TaskState.Scheduled))
            .OrderBy(r => r.Task.DueOn).ThenBy(r => r.Task.ChildId).ThenBy(r => r.Task.No)
            .Select(r => new Entry(r.Task, r.Child.HeadVersion)).ToListAsync(cancel);
        return new TaskCalendar(entries, language, now);
    }

    /// <param name="site">The address of the program that the links begin with, without a slash at its end.</param>
    public string Write(string site)
    {
        var calendar = new Calendar { ProductId = "-//CaseFlow//CaseFlow//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", FeedWords.CalendarName.In(language));
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var entry in entries)
            calendar.Events.Add(EventOf(entry, site));
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private CalendarEvent EventOf(Entry entry, string site)
    {
        var task = entry.Task;
        var day = new CalDateTime(task.DueOn);
        return new CalendarEvent
        {
            Uid = $"{task.ChildId.Value:N}-{task.No.Value}@caseflow",
            Sequence = entry.Version,
            DtStamp = new CalDateTime(now.UtcDateTime),
            Start = day,
            End = day.AddDays(1),
            Transparency = "TRANSPARENT",
            Summary = Title(task),
            Url = new Uri($"{site}/tasks/{task.ChildId.Value}/{task.No.Value}"),
        };
    }

    /// <summary>Kind and code alone: the titles of tasks are typed by people in part, and may name somebody.</summary>
    private string Title(TaskRow task)
    {
        var title = $"{TaskWords.Kind(task.Kind).In(language)} {CaseCode.Of(task.ChildId, task.CaseNo)}";
        return task.State == TaskState.Open && task.DueAt <= now ? FeedWords.Late.In(language) + title : title;
    }

    /// <param name="Version">Rises with whatever happens to the child: of two forms of an entry the higher holds.</param>
    private sealed record Entry(TaskRow Task, int Version);
}
