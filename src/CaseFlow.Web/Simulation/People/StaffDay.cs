using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Simulation.People;

/// <summary>The working day of the staff: everybody does some of what waits, the most urgent first, as much as a day holds.</summary>
internal sealed class StaffDay(SimulatedEngine engine, SimulatedSchool school, StaffHands hands, SimulationSettings settings, int seed)
{
    private sealed record Waiting(Pupil Pupil, Errand Errand);

    /// <summary>Everybody works on what waits.</summary>
    /// <param name="hour">Names the occasion, so that each has draws of its own.</param>
    /// <param name="presence">What part of the usual diligence there is today.</param>
    public Task WorkAsync(DateOnly day, int hour, double presence, CancellationToken cancel) => RunAsync(day, hour, presence, 1, cancel);

    /// <summary>Only what cannot wait: cases of level 4.</summary>
    public Task RescueAsync(DateOnly day, int hour, CancellationToken cancel) => RunAsync(day, hour, 1, 4, cancel);

    private async Task RunAsync(DateOnly day, int hour, double presence, int fromLevel, CancellationToken cancel)
    {
        engine.GoTo(day, hour);
        var waiting = await WaitingAsync(day, fromLevel, cancel);
        foreach (var desk in waiting.GroupBy(w => w.Errand.Who).OrderBy(g => school.StaffNos.GetValueOrDefault(g.Key, ""), StringComparer.Ordinal))
        {
            var no = school.StaffNos.GetValueOrDefault(desk.Key, "");
            var diligence = Math.Clamp(settings.StaffDiligence + (0.2 * (Chance.Of(seed, "diligence", no).Next() - 0.5)), 0, 1);
            var done = 0;
            foreach (var (pupil, errand) in InTurn(desk))
            {
                var chance = Chance.On(seed, day, "errand", $"{hour}", pupil.No, no, errand.Key);
                if (done >= settings.ErrandsADay || !chance.Happens(Likelihood(errand, day, diligence * presence)))
                    continue;
                done += await ActAsync(pupil, errand, desk.Key, chance, cancel) ? 1 : 0;
            }
        }
    }

    private static IEnumerable<Waiting> InTurn(IEnumerable<Waiting> desk) => desk
        .OrderByDescending(w => w.Errand.Level).ThenBy(w => w.Errand.Due)
        .ThenBy(w => w.Pupil.No, StringComparer.Ordinal).ThenBy(w => w.Errand.Key, StringComparer.Ordinal).ToList();

    private double Likelihood(Errand errand, DateOnly day, double diligence)
    {
        if (errand.Level >= 4)
            return settings.EmergencyDiligence;
        return diligence * (errand.Due.DayNumber - day.DayNumber) switch
        {
            > 3 => 0.25,
            > 0 => 0.5,
            0 => 1,
            _ => 0.7,
        };
    }

    private async Task<bool> ActAsync(Pupil pupil, Errand errand, StaffId who, Chance chance, CancellationToken cancel)
    {
        var state = hands.StateOf(pupil.Id);
        if (!StillWaits(state, errand))
            return false;
        var counselors = school.Staff.Where(s => s.Has(Roles.Counselor)).Select(s => s.Id).ToList();
        var teacher = school.Classes.FirstOrDefault(c => c.Id == pupil.Class)?.ClassTeacherId;
        var now = new Situation(state, engine.Today, await engine.Runtime.PolicyForAsync(state, cancel), settings, teacher, counselors);
        var commands = errand switch
        {
            TaskErrand task => TaskActs.Of(task, now, chance),
            EscalationErrand escalation => [CaseActs.Of(escalation, now, chance)],
            CaseErrand care => CaseActs.Of(care with { Case = state.OpenCase! }, now, chance),
            _ => [],
        };
        var acted = false;
        foreach (var command in commands.ToList())
        {
            acted = true;
            if (!await hands.DoAsync(pupil, command, who, cancel))
                break;
        }

        pupil.UnderCare = hands.StateOf(pupil.Id).OpenCase is { Plan: not null };
        return acted;
    }

    /// <summary>Others may have dealt with it since the day's work was laid out.</summary>
    private static bool StillWaits(ChildState state, Errand errand) => errand switch
    {
        TaskErrand t => state.Tasks[t.Task.No] is { State: TaskState.Open } now && now.Assignee == t.Who,
        EscalationErrand e => state.Escalations[e.Escalation.No].IsOpen,
        CaseErrand c => state.OpenCase?.No == c.Case.No && state.OpenCase.Owner == c.Who,
        _ => true,
    };

    private async Task<List<Waiting>> WaitingAsync(DateOnly day, int fromLevel, CancellationToken cancel)
    {
        List<ChildId> children;
        using (var db = engine.Runtime.Open())
        {
            var cases = await db.Cases.Where(c => c.IsOpen && c.Level >= fromLevel).Select(c => c.ChildId).ToListAsync(cancel);
            var tasks = fromLevel > 1 ? [] : await db.Tasks.Where(t => t.State == TaskState.Open).Select(t => t.ChildId).Distinct().ToListAsync(cancel);
            children = [.. cases.Union(tasks)];
        }

        await hands.LookAtAsync(children, cancel);
        return [.. children.SelectMany(c => Errands.Of(hands.StateOf(c), school.DeciderOf, day)
            .Where(e => e.Level >= fromLevel).Select(e => new Waiting(school.Pupils[c], e)))];
    }
}
