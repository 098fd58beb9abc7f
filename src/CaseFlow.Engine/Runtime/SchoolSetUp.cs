using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What seldom changes of a school: calendar, classes, staff, who stands in for whom and the names of other systems. Immutable and safe to share.</summary>
/// <param name="No">The <see cref="School.SetUpNo"/> that it was read under.</param>
/// <param name="Staff">Everybody, those as well who have handed over.</param>
/// <param name="Systems">The names of all that call or called with a token.</param>
/// <param name="AtWork">By staff number; who has handed over is not among them.</param>
/// <param name="Counselors">Of those at work, in that order.</param>
/// <param name="Successors">Who took over from whom.</param>
internal sealed record SchoolSetUp(
    SchoolId School,
    long No,
    SchoolTime Time,
    Dictionary<ClassId, ClassRoom> Classes,
    Dictionary<StaffId, StaffMember> Staff,
    Dictionary<StaffId, string> Systems,
    IReadOnlyList<StaffMember> AtWork,
    IReadOnlyList<StaffId> Counselors,
    StaffId? HeadTeacher,
    StaffId? Administrator,
    Dictionary<StaffId, StaffId> Successors,
    IReadOnlyList<Delegation> Delegations)
{
    /// <summary>As it stood at one moment: what changes while it is read is read once more.</summary>
    /// <param name="school">Its row, read just now.</param>
    public static async Task<SchoolSetUp> ReadAsync(CaseFlowDb db, School school, TimeZoneInfo zone, CancellationToken cancel)
    {
        for (var no = school.SetUpNo; ;)
        {
            var read = await ReadOnceAsync(db, school.Id, no, zone, cancel);
            no = await db.Schools.Select(s => s.SetUpNo).SingleAsync(cancel);
            if (no == read.No)
                return read;
        }
    }

    private static async Task<SchoolSetUp> ReadOnceAsync(CaseFlowDb db, SchoolId school, long no, TimeZoneInfo zone, CancellationToken cancel)
    {
        var days = await db.CalendarDates.AsNoTracking().Select(d => new CalendarDay(d.Date, d.Kind, d.Term)).ToListAsync(cancel);
        var classes = await db.Classes.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        var staff = await db.Staff.AsNoTracking().ToListAsync(cancel);
        var atWork = staff.Where(s => s.HandedOverTo is null).OrderBy(s => s.StaffNo, StringComparer.Ordinal).ToList();
        return new SchoolSetUp(
            school,
            no,
            new SchoolTime(new SchoolCalendar(days), zone),
            classes,
            staff.ToDictionary(s => s.Id),
            await db.ApiTokens.Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, cancel),
            atWork,
            [.. atWork.Where(s => s.Has(Roles.Counselor)).Select(s => s.Id)],
            atWork.Find(s => s.Has(Roles.HeadTeacher))?.Id,
            atWork.Find(s => s.Has(Roles.Administrator))?.Id,
            staff.Where(s => s.HandedOverTo is not null).ToDictionary(s => s.Id, s => s.HandedOverTo!.Value),
            await db.Delegations.AsNoTracking().ToListAsync(cancel));
    }

    /// <summary>The person, or whoever has taken over from this person.</summary>
    public StaffId? InPlaceOf(StaffId? person)
    {
        for (var steps = Successors.Count; person is { } known && steps >= 0 && Successors.TryGetValue(known, out var next); steps--)
            person = next;
        return person;
    }
}

/// <summary>Keeps a school's set-up in memory and reads it again once it has changed, on whatever node. Safe for use by several threads.</summary>
public sealed class SchoolShelf
{
    private volatile SchoolSetUp? kept;

    /// <summary>The set-up as it stands: the school's row, read just now, says whether the one in memory still holds.</summary>
    internal async Task<SchoolSetUp> OfAsync(CaseFlowDb db, School school, TimeZoneInfo zone, CancellationToken cancel) =>
        kept is { } there && there.No == school.SetUpNo && there.School == school.Id && there.Time.Zone.Equals(zone)
            ? there
            : kept = await SchoolSetUp.ReadAsync(db, school, zone, cancel);
}
