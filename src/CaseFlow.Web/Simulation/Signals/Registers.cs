using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Simulation.Signals;

/// <summary>The registers of the classes: one form a class and school day, closed in the evening unless somebody forgets.</summary>
internal sealed class Registers(SimulatedEngine engine, SimulatedSchool school, SignalBook book, SimulationSettings settings, int seed)
{
    public async Task MarkAsync(DateOnly day, CancellationToken cancel)
    {
        foreach (var room in school.Classes)
        {
            var form = school.In(room, day).Select(p => MarkOf(p, day, room)).OfType<AttendanceMark>().ToList();
            await book.AddAsync(form, (m, no) => m.RecordedNo = no, m => $"attendance: {m.Mark.ToString()!.ToLowerInvariant()}", cancel);
        }
    }

    public async Task CloseAsync(DateOnly day, CancellationToken cancel)
    {
        using var db = engine.Runtime.Open();
        foreach (var room in school.Classes.Where(r => !Chance.On(seed, day, "register", r.Name).Happens(settings.RegisterLeftOpen)))
        {
            db.ClosedRegisters.Add(new ClosedRegister
            {
                SchoolId = db.SchoolId,
                ClassId = room.Id,
                Date = day,
                ClosedAt = book.Now,
                ClosedBy = room.ClassTeacherId,
            });
        }

        await db.SaveChangesAsync(cancel);
    }

    private AttendanceMark? MarkOf(Pupil pupil, DateOnly day, ClassRoom room)
    {
        var chance = Chance.On(seed, day, "mark", pupil.No);
        var (traits, trouble) = (pupil.Traits, pupil.Trouble(settings));
        var absent = pupil.WasAbsent && trouble > 0 ? settings.AbsenceGoesOn : settings.Absent * trouble * (1 + (20 * traits.Truancy));
        Mark? mark =
            chance.Happens(absent) ? Mark.Absent
            : chance.Happens(settings.Excused * (1 + (4 * traits.Frailty))) ? Mark.Excused
            : chance.Happens(settings.Tardy * trouble * (1 + (12 * traits.Truancy))) ? chance.Pick(Mark.Late, Mark.Late, Mark.Early)
            : null;
        pupil.WasAbsent = mark == Mark.Absent;
        return mark is null ? null : new AttendanceMark
        {
            SchoolId = room.SchoolId,
            ChildId = pupil.Id,
            Date = day,
            Revision = 1,
            Mark = mark,
            IsCurrent = true,
            RecordedAt = book.Now,
            RecordedBy = room.ClassTeacherId,
        };
    }
}
