using CaseFlow.Engine.Children;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Accounts;

/// <summary>What a member of staff signs in with. Roles are not here: they are read from the staff member's row at sign-in.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The <see cref="StaffMember"/> who signs in with it; one account a member at most.</summary>
    public Guid StaffId { get; set; }

    /// <summary>Whether it belongs to the demonstration school, whose password is no secret.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>Whether the password was given by the administrator and is to be replaced at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether the administrator locked it until further notice; the lock after wrong passwords ends by itself.</summary>
    public bool IsDeactivated => LockoutEnd?.Year == DateTimeOffset.MaxValue.Year;

    public StaffId Staff => new(StaffId);
}
