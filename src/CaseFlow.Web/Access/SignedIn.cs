using System.Security.Claims;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Access;

/// <summary>Who is signed in: a member of staff and the roles of the account.</summary>
public sealed record SignedIn(StaffId Staff, IReadOnlySet<string> Roles)
{
    /// <summary>The claim that carries the staff id.</summary>
    public const string StaffClaim = "caseflow:staff";

    /// <summary>The claim of an account of the demonstration school.</summary>
    public const string DemonstrationClaim = "caseflow:demonstration";

    /// <summary>Whether the account is one of the demonstration school.</summary>
    public bool InDemonstration { get; init; }

    /// <summary>The staff member behind a principal; null where nobody is signed in.</summary>
    public static SignedIn? From(ClaimsPrincipal? principal) =>
        principal?.Identity?.IsAuthenticated == true && Guid.TryParse(principal.FindFirstValue(StaffClaim), out var staff)
            ? new SignedIn(new StaffId(staff), principal.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet())
            {
                InDemonstration = principal.HasClaim(c => c.Type == DemonstrationClaim),
            }
            : null;

    public Actor Actor => Actor.Of(Staff);

    public bool Is(string role) => Roles.Contains(role);
}
