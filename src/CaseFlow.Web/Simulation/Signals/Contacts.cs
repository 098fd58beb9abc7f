using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Simulation.Signals;

/// <summary>Calls between parents and child, and of the school with parents and guardians; one log a day.</summary>
internal sealed class Contacts(SimulatedSchool school, SignalBook book, SimulationSettings settings, int seed)
{
    public async Task RecordAsync(DateOnly day, bool isSchoolDay, CancellationToken cancel)
    {
        var form = school.On(day).Where(p => p.LeftBehind != LeftBehind.None).SelectMany(p => Of(p, day, isSchoolDay)).ToList();
        await book.AddAsync(form, (c, no) => c.RecordedNo = no, c => $"contact: {Name(c.Between)}", cancel);
    }

    private static string Name(ContactBetween between) => between switch
    {
        ContactBetween.ParentChild => "parent-child",
        ContactBetween.SchoolParent => "school-parent",
        _ => "school-guardian",
    };

    private IEnumerable<Contact> Of(Pupil pupil, DateOnly day, bool isSchoolDay)
    {
        var chance = Chance.On(seed, day, "contact", pupil.No);
        if (chance.Happens(1.0 / pupil.Traits.CallEveryDays))
            yield return Make(ContactBetween.ParentChild, chance.Pick("phone", "video", "video"), chance.Between(2, 30));
        if (isSchoolDay && chance.Happens(settings.SchoolContacts))
            yield return Make(ContactBetween.SchoolParent, chance.Pick("phone", "message"), chance.Between(1, 15));
        if (isSchoolDay && chance.Happens(settings.SchoolContacts))
            yield return Make(ContactBetween.SchoolGuardian, chance.Pick("phone", "visit"), chance.Between(5, 40));

        Contact Make(ContactBetween between, string by, int minutes) => new()
        {
            Id = book.NewId(),
            SchoolId = school.Classes[0].SchoolId,
            ChildId = pupil.Id,
            Date = day,
            Between = between,
            By = by,
            Minutes = minutes,
            RecordedAt = book.Now,
        };
    }
}
