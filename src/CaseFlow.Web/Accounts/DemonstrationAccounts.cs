using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Accounts;

/// <summary>One account for each role of the demonstration school. Their password is no secret: nobody in that school exists.</summary>
public static class DemonstrationAccounts
{
    public const string Password = "caseflow-demo";

    /// <summary>The user names, in the order in which they are shown, and the role each is for.</summary>
    public static readonly IReadOnlyList<(string UserName, string Role)> All =
    [
        ("counselor", Roles.Counselor), ("head", Roles.HeadTeacher), ("teacher", Roles.ClassTeacher), ("helper", Roles.Helper),
        ("admin", Roles.Administrator), ("office", Roles.EducationOffice),
    ];

    /// <summary>Makes the accounts, each for the member of staff of that role with most to do.</summary>
    public static async Task MakeAsync(CaseFlowDb db, UserManager<Account> users, CancellationToken cancel = default)
    {
        var taken = new HashSet<StaffId>();
        var busy = await db.Tasks.Where(t => t.State == Engine.Cases.TaskState.Open).GroupBy(t => t.AssigneeId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var staff = (await db.Staff.AsNoTracking().ToListAsync(cancel))
            .OrderByDescending(s => busy.GetValueOrDefault(s.Id)).ThenBy(s => s.StaffNo, StringComparer.Ordinal).ToList();
        foreach (var (name, role) in All)
        {
            var fits = staff.Where(s => s.Has(role) && !taken.Contains(s.Id)).ToList();
            // Almost everybody helps: the helper is somebody who leads nothing.
            var one = role == Roles.Helper ? fits.Find(s => !s.Has(Roles.Counselor) && !s.Has(Roles.HeadTeacher) && !s.Has(Roles.ClassTeacher)) : null;
            if ((one ?? fits.FirstOrDefault()) is not { } member)
                continue;
            taken.Add(member.Id);
            var made = await users.CreateAsync(new Account { UserName = name, StaffId = member.Id.Value, IsDemonstration = true }, Password);
            if (!made.Succeeded)
                throw new Setup.SetupException($"The demonstration account '{name}' could not be made: {made.Errors.First().Description}");
        }
    }
}
