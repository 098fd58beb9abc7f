using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Simulation.People;

namespace CaseFlow.Web.Simulation.Signals;

/// <summary>What people see of the children. As in the program, the child is screened at once, and suspected harm is reported at once.</summary>
internal sealed class Sightings(
    SimulatedEngine engine, SimulatedSchool school, SignalBook book, StaffHands hands, SimulationSettings settings, int seed)
{
    public async Task ObserveAsync(DateOnly day, bool isSchoolDay, CancellationToken cancel)
    {
        foreach (var pupil in school.On(day))
        {
            var chance = Chance.On(seed, day, "seen", pupil.No);
            if (KindSeen(pupil, chance, isSchoolDay) is { } kind)
                await RecordAsync(pupil, kind, day, chance, cancel);
        }
    }

    private string? KindSeen(Pupil pupil, Chance chance, bool isSchoolDay)
    {
        var (traits, trouble) = (pupil.Traits, pupil.Trouble(settings));
        if (chance.Happens(settings.SeenUnsafe * trouble * (1 + (4 * traits.Sadness))))
            return chance.Weighted(("self-harm-talk", 2.0), ("suspected-abuse", 1), ("unsafe-home", 2), ("run-away", 1));
        if (!isSchoolDay)
            return null;
        if (pupil.Boarding && chance.Happens(settings.NightMissing * trouble * (1 + (10 * traits.Mischief))))
            return "night-missing";
        var weight = traits.Sadness + traits.Conflict + traits.Mischief + traits.Frailty;
        if (!chance.Happens(settings.Seen * trouble * (1 + (6 * weight))))
            return null;
        var group = chance.Weighted(
            (ObservationKinds.Emotional, 0.1 + traits.Sadness), (ObservationKinds.Peers, 0.05 + traits.Conflict),
            (ObservationKinds.Conduct, 0.03 + traits.Mischief), (ObservationKinds.Health, 0.1 + traits.Frailty));
        return chance.Pick([.. ObservationKinds.All.Where(k => k != "night-missing" && ObservationKinds.GroupOf(k) == group)]);
    }

    private async Task RecordAsync(Pupil pupil, string kind, DateOnly day, Chance chance, CancellationToken cancel)
    {
        var teacher = school.TeacherOf(pupil);
        var seen = new Observation
        {
            Id = book.NewId(),
            SchoolId = school.Classes[0].SchoolId,
            ChildId = pupil.Id,
            Date = chance.Happens(0.1) ? day.AddDays(-1) : day,
            Kind = kind,
            Severity = chance.Weighted((1, 6.0), (2, 3), (3, 1)),
            Note = "模拟观察",
            RecordedAt = book.Now,
            RecordedBy = teacher,
        };
        await book.AddAsync([seen], (o, no) => o.RecordedNo = no, o => $"observation: {ObservationKinds.GroupOf(o.Kind)}", cancel);
        await engine.Screening.RunForAsync(pupil.Id, cancel);
        if (kind == "suspected-abuse" && teacher is { } reporter)
            await hands.DoAsync(pupil, new ReportHarm("派出所", "疑似受虐，依法报告"), reporter, cancel);
    }
}
