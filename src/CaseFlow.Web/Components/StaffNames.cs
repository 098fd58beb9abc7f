using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Components.Texts;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Components;

/// <summary>The staff, and the systems that call with a token, by id; for pages that name whoever did something.</summary>
public sealed class StaffNames
{
    /// <summary>How many people a list to choose from holds before it is narrowed to those who may know the child.</summary>
    private const int MostChoices = 150;

    private readonly IReadOnlyDictionary<StaffId, StaffMember> staff;
    private readonly IReadOnlyDictionary<StaffId, string> systems;

    private StaffNames(IReadOnlyDictionary<StaffId, StaffMember> staff, IReadOnlyDictionary<StaffId, string> systems)
    {
        this.staff = staff;
        this.systems = systems;
    }

    /// <summary>Those who can be given something to do, by staff number.</summary>
    public IEnumerable<(string Value, string Words)> Choices => Eligible.Select(Choice);

    /// <summary>Those who can be given something about a child: everybody, or where they are many those near to it and counselors.</summary>
    public IEnumerable<(string Value, string Words)> ChoicesNear(IReadOnlySet<StaffId> near)
    {
        var all = Eligible.ToList();
        var some = all.Count <= MostChoices ? all : [.. all.Where(s => near.Contains(s.Id) || s.Has(Roles.Counselor)).OrderByDescending(s => near.Contains(s.Id)).Take(MostChoices)];
        return some.Select(Choice);
    }

    private IEnumerable<StaffMember> Eligible => staff.Values
        .Where(s => s.Roles.Exists(r => r is not (Roles.EducationOffice or Roles.Administrator)))
        .OrderBy(s => s.StaffNo, StringComparer.Ordinal);

    private static (string Value, string Words) Choice(StaffMember s) =>
        (s.Id.Value.ToString(), $"{s.Name} · {Say.List(Menu.ShownRoles(new(s.Id, s.Roles.ToHashSet())).Select(r => Common.Role(r).ToString()))}");

    /// <summary>From what is kept of the school in memory.</summary>
    public static StaffNames Of(SchoolOnFile school) => new(school.Staff, school.Systems);

    public static async Task<StaffNames> LoadAsync(CaseFlowDb db) =>
        new(await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id), await db.ApiTokens.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name));

    public string Of(StaffId? id) => id is { } known ? staff.GetValueOrDefault(known)?.Name ?? systems.GetValueOrDefault(known, Common.Somebody.ToString()) : Common.None.ToString();

    public string Of(Actor actor) => actor.Staff is { } person ? Of(person) : Common.System.ToString();
}
