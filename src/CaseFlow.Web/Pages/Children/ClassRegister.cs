using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Children;

/// <summary>A child in the register of a day, with the mark that stands.</summary>
public sealed record RegisterLine(Child Child, AttendanceMark? Current)
{
    public Mark? Mark => Current?.Mark;
}

/// <summary>The register of a class on a day.</summary>
public sealed record ClassRegister(ClassRoom Room, DateOnly Day, IReadOnlyList<RegisterLine> Lines, DateTimeOffset? ClosedAt)
{
    public static async Task<ClassRegister> LoadAsync(CaseFlowDb db, ClassRoom room, DateOnly day)
    {
        var children = await db.Children.AsNoTracking().Where(c => c.ClassId == room.Id && (c.LeftOn == null || c.LeftOn > day)).OrderBy(c => c.StudentNo).ToListAsync();
        var marks = await db.Children.Where(c => c.ClassId == room.Id)
            .Join(db.AttendanceMarks.AsNoTracking().Where(m => m.Date == day && m.IsCurrent), c => c.Id, m => m.ChildId, (_, m) => m)
            .ToDictionaryAsync(m => m.ChildId);
        var closed = await db.ClosedRegisters.Where(r => r.ClassId == room.Id && r.Date == day).Select(r => (DateTimeOffset?)r.ClosedAt).SingleOrDefaultAsync();
        return new ClassRegister(room, day, [.. children.Select(c => new RegisterLine(c, marks.GetValueOrDefault(c.Id)))], closed);
    }

    /// <summary>Records what differs from what stands; a correction is the next revision and keeps the one before.</summary>
    /// <param name="markOf">The mark that was sent for a child; null for present.</param>
    /// <returns>The children whose mark changed.</returns>
    public async Task<IReadOnlyList<ChildId>> SaveAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who, Func<RegisterLine, Mark?> markOf)
    {
        var changed = new List<ChildId>();
        foreach (var line in Lines.Where(l => markOf(l) != l.Mark))
        {
            var (child, day, before) = (line.Child.Id, Day, line.Current?.Revision ?? 0);
            await Recording.AddAsync(
                db,
                no => new AttendanceMark
                {
                    SchoolId = db.SchoolId,
                    ChildId = child,
                    Date = day,
                    Revision = before + 1,
                    Mark = markOf(line),
                    IsCurrent = true,
                    RecordedNo = no,
                    RecordedAt = runtime.Now,
                    RecordedBy = who.Staff,
                },
                d => d.AttendanceMarks.Where(m => m.ChildId == child && m.Date == day && m.IsCurrent)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.IsCurrent, false)));
            changed.Add(child);
        }

        return changed;
    }

    /// <summary>Says that the register of the day is complete; once.</summary>
    public async Task CloseAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who)
    {
        if (await db.ClosedRegisters.AnyAsync(r => r.ClassId == Room.Id && r.Date == Day))
            return;
        db.ClosedRegisters.Add(new ClosedRegister { SchoolId = db.SchoolId, ClassId = Room.Id, Date = Day, ClosedAt = runtime.Now, ClosedBy = who.Staff });
        await db.SaveChangesAsync();
    }

    /// <summary>Whom today's register may say something new of: those with a mark, and those with a flag up.</summary>
    public async Task<IReadOnlyList<ChildId>> ConcernedAsync(CaseFlowDb db)
    {
        var flagged = await db.Children.Where(c => c.ClassId == Room.Id)
            .Join(db.Flags.Where(f => f.Status == FlagStatus.Active), c => c.Id, f => f.ChildId, (c, _) => c.Id).Distinct().ToListAsync();
        return [.. Lines.Where(l => l.Mark is not null).Select(l => l.Child.Id).Union(flagged)];
    }
}
