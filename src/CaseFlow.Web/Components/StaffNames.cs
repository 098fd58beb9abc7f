using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Components.Texts;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Components;

/// <summary>The staff by id, for pages that name people.</summary>
public sealed class StaffNames
{
    private readonly Dictionary<StaffId, StaffMember> staff;

    private StaffNames(IEnumerable<StaffMember> staff) => this.staff = staff.ToDictionary(s => s.Id);

    /// <summary>Those who can be given something to do, by staff number.</summary>
    public IEnumerable<(string Value, string Words)> Choices => staff.Values
        .Where(s => s.Roles.Exists(r => r is not (Roles.EducationOffice or Roles.Administrator)))
        .OrderBy(s => s.StaffNo, StringComparer.Ordinal)
        .Select(s => (s.Id.Value.ToString(), $"{s.Name} · {Say.List(Menu.ShownRoles(new(s.Id, s.Roles.ToHashSet())).Select(r => Common.Role(r).ToString()))}"));

    public static async Task<StaffNames> LoadAsync(CaseFlowDb db) => new(await db.Staff.AsNoTracking().ToListAsync());

    public string Of(StaffId? id) => id is { } known ? staff.GetValueOrDefault(known)?.Name ?? Common.Somebody.ToString() : Common.None.ToString();

    public string Of(Actor actor) => actor.Staff is { } person ? Of(person) : Common.System.ToString();
}
