using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>
/// One message a person and school day that things wait: tasks that are due or late, decisions that are asked for, notices unread. It
/// leads to what is most urgent; who has nothing waiting gets none.
/// </summary>
/// <remarks>Source: domain, 'one digest a person and day'. Running it again on the same day sends nothing twice.</remarks>
public sealed class DailyDigest(CareRuntime runtime)
{
    /// <summary>The kind of its messages.</summary>
    public const string Kind = "digest";

    /// <summary>Puts the messages of the day into the outbox; how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var school = await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel);
        var now = runtime.Now;
        var today = school.Time.DayOf(now);
        if (!school.Time.Calendar.IsSchoolDay(today))
            return 0;
        var links = await WaitingAsync(db, school, now, today, cancel);
        var keys = links.Keys.ToDictionary(who => KeyOf(today, who));
        var sent = await db.Outbox.Where(o => keys.Keys.Contains(o.Key)).Select(o => o.Key).ToListAsync(cancel);
        var fresh = keys.Where(k => !sent.Contains(k.Key)).ToList();
        db.Outbox.AddRange(fresh.Select(k => new OutboxRow
        {
            SchoolId = db.SchoolId, Key = k.Key, To = k.Value, Kind = Kind, Link = links[k.Value], CreatedAt = now,
        }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (Conflicts.IsConflict(e))
        {
            return 0; // another node was first, and sent the same
        }

        // The new one stands for those of the days before.
        var people = fresh.ConvertAll(k => k.Value);
        await db.Notices.Where(n => n.Kind == Kind && n.ReadAt == null && n.CreatedAt < now && people.Contains(n.To))
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancel);
        return fresh.Count;
    }

    private static string KeyOf(DateOnly day, StaffId who) => $"digest/{day:yyyyMMdd}/{who.Value:N}";

    /// <summary>For whom something waits, and where: what is to be decided goes before what is to be done, and that before what is to be read.</summary>
    private static async Task<Dictionary<StaffId, string>> WaitingAsync(
        CaseFlowDb db, SchoolOnFile school, DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        var links = new Dictionary<StaffId, string>();
        var atWork = school.AtWork.Select(s => s.Id).ToHashSet();
        if (await db.Escalations.AnyAsync(e => e.Status == EscalationStatus.Pending, cancel))
        {
            foreach (var member in school.AtWork.Where(s => s.Roles.Contains(Roles.HeadTeacher) || s.Id == school.DelegateAt(now)))
                links[member.Id] = "/escalations";
        }

        var toDo = await db.Tasks.Where(t => t.State == TaskState.Open && t.DueOn <= today).Select(t => t.AssigneeId).Distinct().ToListAsync(cancel);
        foreach (var member in toDo.Where(atWork.Contains))
            links.TryAdd(member, "/tasks");
        var unread = await db.Notices.Where(n => n.ReadAt == null && n.Kind != Kind).Select(n => n.To).Distinct().ToListAsync(cancel);
        foreach (var member in unread.Where(atWork.Contains))
            links.TryAdd(member, "/notices");
        return links;
    }
}
