using System.Globalization;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Simulation.Signals;

/// <summary>What changes in the dossiers: guardians, parents who leave or come home, children who leave the school.</summary>
internal sealed class Families(SimulatedEngine engine, SimulatedSchool school, SignalBook book, SimulationSettings settings, int seed)
{
    public async Task ChangeAsync(DateOnly day, CancellationToken cancel)
    {
        foreach (var pupil in school.On(day).ToList())
        {
            var chance = Chance.On(seed, day, "family", pupil.No);
            if (chance.Happens(settings.LeavesSchool))
                await LeaveAsync(pupil, day, chance, cancel);
            else if (chance.Happens(settings.FamilyChanges))
                await ChangeAsync(pupil, chance, cancel);
        }
    }

    private async Task LeaveAsync(Pupil pupil, DateOnly day, Chance chance, CancellationToken cancel)
    {
        var to = chance.Happens(0.8) ? chance.Pick("邻镇小学", "县城实验小学", "父母务工地学校") : null;
        await EditAsync(pupil, "left school", cancel,
            ("left_on", c => c.LeftOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c => c.LeftOn = day),
            ("left_to", c => c.LeftTo, c => c.LeftTo = to));
        pupil.LeftOn = day;
    }

    private async Task ChangeAsync(Pupil pupil, Chance chance, CancellationToken cancel)
    {
        if (chance.Happens(0.5))
        {
            var away = chance.Pick(LeftBehind.None, LeftBehind.Father, LeftBehind.Mother, LeftBehind.Both);
            await EditAsync(pupil, "parents left or came home", cancel,
                ("left_behind", c => c.LeftBehind.ToString().ToLowerInvariant(), c => c.LeftBehind = away));
            pupil.LeftBehind = away;
            return;
        }

        var (relation, age) = chance.Weighted<(string? Relation, int Age)>((("祖母", 68), 4), (("外祖父", 73), 3), (("姑姑", 40), 2), ((null, 0), 1));
        int? born = relation is null ? null : engine.Today.Year - age;
        await EditAsync(pupil, "guardian changed", cancel,
            ("guardian_name", c => c.GuardianName, c => c.GuardianName = relation is null ? null : $"新{relation}"),
            ("guardian_relation", c => c.GuardianRelation, c => c.GuardianRelation = relation),
            ("guardian_birth_year", c => c.GuardianBirthYear?.ToString(CultureInfo.InvariantCulture), c => c.GuardianBirthYear = born));
    }

    /// <summary>Edits a dossier and keeps its history, as an import does.</summary>
    private async Task EditAsync(
        Pupil pupil, string kind, CancellationToken cancel, params IReadOnlyList<(string Field, Func<Child, string?> Say, Action<Child> Set)> edits)
    {
        using var db = engine.Runtime.Open();
        var child = await db.Children.SingleAsync(c => c.Id == pupil.Id, cancel);
        foreach (var (field, say, set) in edits)
        {
            var before = say(child);
            set(child);
            if (before == say(child))
                continue;
            db.DossierChanges.Add(new DossierChange
            {
                Id = book.NewId(),
                SchoolId = db.SchoolId,
                ChildId = child.Id,
                Field = field,
                Before = before,
                After = say(child),
                RecordedAt = book.Now,
            });
        }

        await db.SaveChangesAsync(cancel);
        book.Count($"dossier: {kind}");
    }
}
