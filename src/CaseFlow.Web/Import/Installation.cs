using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>What a database holds before anything was imported: the school, and somebody who can sign in.</summary>
public static class Installation
{
    /// <summary>The number of the administrator that every installation starts with.</summary>
    public const string FirstAdministrator = "admin";

    /// <summary>Makes the school's row and its first administrator where there is no school yet; otherwise does nothing.</summary>
    /// <returns>Whether they were made.</returns>
    public static async Task<bool> EnsureSchool(CaseFlowDb db, NewId newId, CancellationToken stop = default)
    {
        if (await db.Schools.AnyAsync(stop))
            return false;
        db.Schools.Add(new School { Id = db.SchoolId, Name = "本校" });
        if (!await db.Staff.AnyAsync(s => s.StaffNo == FirstAdministrator, stop))
        {
            db.Staff.Add(new StaffMember
            {
                Id = new StaffId(newId()),
                SchoolId = db.SchoolId,
                StaffNo = FirstAdministrator,
                Name = "管理员",
                Roles = [Roles.Administrator],
            });
        }

        await db.SaveChangesAsync(stop);
        return true;
    }
}
