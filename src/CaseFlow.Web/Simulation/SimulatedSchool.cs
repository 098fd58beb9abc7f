using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Simulation;

/// <summary>What a child is like, hidden from the school: each from 0 (no inclination) to 1.</summary>
/// <param name="Ability">The result it reaches in an exam on a usual day, 0 to 1.</param>
/// <param name="CallEveryDays">How many days lie between two calls with its parents on average.</param>
internal sealed record Traits(double Sadness, double Conflict, double Mischief, double Frailty, double Truancy, double Ability, int CallEveryDays)
{
    public static Traits Of(int seed, string studentNo)
    {
        var chance = Chance.Of(seed, "traits", studentNo);
        return new Traits(
            Inclination(chance, 0.12), Inclination(chance, 0.1), Inclination(chance, 0.1), Inclination(chance, 0.15), Inclination(chance, 0.08),
            0.5 + (0.45 * Math.Sqrt(chance.Next())), chance.Weighted((5, 4.0), (10, 3), (20, 1.5), (60, 0.5)));
    }

    /// <summary>Few children carry most of it.</summary>
    private static double Inclination(Chance chance, double share) => chance.Happens(share) ? 0.4 + (0.6 * chance.Next()) : 0.08 * chance.Next();
}

/// <summary>A child as the simulation knows it.</summary>
internal sealed class Pupil(Child child, Traits traits)
{
    public ChildId Id { get; } = child.Id;

    public string No { get; } = child.StudentNo;

    public ClassId Class { get; } = child.ClassId;

    public bool Boarding { get; } = child.Boarding;

    public LeftBehind LeftBehind { get; set; } = child.LeftBehind;

    public DateOnly? LeftOn { get; set; } = child.LeftOn;

    public Traits Traits { get; } = traits;

    /// <summary>Whether it was absent without leave on the last school day.</summary>
    public bool WasAbsent { get; set; }

    /// <summary>Whether a plan is under way for it.</summary>
    public bool UnderCare { get; set; }

    /// <summary>How much goes wrong for it now: the run's measure, less under care.</summary>
    public double Trouble(SimulationSettings settings) => settings.Trouble * (UnderCare ? settings.TroubleUnderCare : 1);
}

/// <summary>Who there is, in an order that does not depend on ids: children and staff by number, classes by name.</summary>
internal sealed class SimulatedSchool
{
    private readonly ILookup<ClassId, Pupil> byClass;

    private SimulatedSchool(List<Pupil> pupils, List<ClassRoom> classes, List<StaffMember> staff)
    {
        Pupils = pupils.ToDictionary(p => p.Id);
        byClass = pupils.ToLookup(p => p.Class);
        Classes = classes;
        Staff = staff;
        StaffNos = staff.ToDictionary(s => s.Id, s => s.StaffNo);
    }

    public Dictionary<ChildId, Pupil> Pupils { get; }

    public IReadOnlyList<ClassRoom> Classes { get; }

    public IReadOnlyList<StaffMember> Staff { get; }

    public IReadOnlyDictionary<StaffId, string> StaffNos { get; }

    public static async Task<SimulatedSchool> LoadAsync(CaseFlowDb db, int seed, CancellationToken cancel)
    {
        var children = await db.Children.AsNoTracking().ToListAsync(cancel);
        var classes = await db.Classes.AsNoTracking().ToListAsync(cancel);
        var staff = await db.Staff.AsNoTracking().ToListAsync(cancel);
        return new SimulatedSchool(
            [.. children.OrderBy(c => c.StudentNo, StringComparer.Ordinal).Select(c => new Pupil(c, Traits.Of(seed, c.StudentNo)))],
            [.. classes.OrderBy(c => c.Name, StringComparer.Ordinal)],
            [.. staff.OrderBy(s => s.StaffNo, StringComparer.Ordinal)]);
    }

    /// <summary>The children of a class who are at school that day, by number.</summary>
    public IEnumerable<Pupil> In(ClassRoom room, DateOnly day) => byClass[room.Id].Where(p => !(p.LeftOn <= day));

    /// <summary>All children who are at school that day, class by class.</summary>
    public IEnumerable<Pupil> On(DateOnly day) => Classes.SelectMany(c => In(c, day));

    /// <summary>Whoever sees a child daily: the class teacher, else the first of the staff who teaches.</summary>
    public StaffId? TeacherOf(Pupil pupil) =>
        Classes.FirstOrDefault(c => c.Id == pupil.Class)?.ClassTeacherId
        ?? Staff.FirstOrDefault(s => s.Has(Roles.ClassTeacher) || s.Has(Roles.SubjectTeacher) || s.Has(Roles.Counselor))?.Id
        ?? (Staff is [var first, ..] ? first.Id : null);

    /// <summary>Who decides what a person asked, as the engine has it.</summary>
    public StaffId? DeciderOf(Actor requestedBy) =>
        (Staffing.Nobody with { HeadTeacher = First(Roles.HeadTeacher), Administrator = First(Roles.Administrator) }).DeciderOf(requestedBy);

    private StaffId? First(string role) => Staff.FirstOrDefault(s => s.Has(role))?.Id;
}
