using System.Security.Claims;
using CaseFlow.Engine.Runtime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Access;

/// <summary>Gives whoever decides on the head teacher's behalf a role of its own, at every request anew: it ends with the delegation.</summary>
public sealed class ActingHead(CareRuntime runtime) : IClaimsTransformation
{
    /// <summary>The role while a delegation holds; it is in no file and on no account.</summary>
    public const string Role = "acting-head";

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (SignedIn.From(principal) is not { } who || who.Is(Role) || who.Is(Engine.Children.Roles.HeadTeacher) || principal.Identity is not ClaimsIdentity known)
            return principal;
        using var db = runtime.Open();
        var (staff, now) = (who.Staff, runtime.Now);
        if (!await db.Delegations.AnyAsync(d => d.DelegateId == staff && d.From <= now && now < d.Until))
            return principal;
        // A copy: the principal itself may be kept beyond this request.
        var acting = new ClaimsIdentity(known);
        acting.AddClaim(new Claim(ClaimTypes.Role, Role));
        return new ClaimsPrincipal(acting);
    }
}
