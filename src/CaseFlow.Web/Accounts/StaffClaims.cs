using System.Security.Claims;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Accounts;

/// <summary>Says at sign-in who somebody is: the staff member, the name, and the roles as they stand in the staff member's row.</summary>
public sealed class StaffClaims(UserManager<Account> users, IOptions<IdentityOptions> options, CareRuntime runtime)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>The claim of somebody who has to choose a password before anything else.</summary>
    public const string MustChangePassword = "caseflow:must-change-password";

    /// <summary>The claim that carries the name of the staff member.</summary>
    public const string NameClaim = "caseflow:name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        using var db = runtime.Open();
        var id = user.Staff;
        if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } member)
            return identity;
        identity.AddClaim(new Claim(SignedIn.StaffClaim, user.StaffId.ToString()));
        identity.AddClaim(new Claim(NameClaim, member.Name));
        identity.AddClaims(member.Roles.Select(role => new Claim(identity.RoleClaimType, role)));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePassword, "1"));
        if (user.IsDemonstration)
            identity.AddClaim(new Claim(SignedIn.DemonstrationClaim, "1"));
        return identity;
    }
}
