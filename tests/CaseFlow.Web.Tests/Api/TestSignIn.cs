using System.Security.Claims;
using System.Text.Encodings.Web;
using CaseFlow.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Signs in whoever the headers name; like the cookies of the site, it would lead to a page where nobody is signed in.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Scheme_ = "test";
    public const string Staff = "X-Test-Staff";
    public const string Roles = "X-Test-Roles";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Staff, out var staff))
            return Task.FromResult(AuthenticateResult.NoResult());
        var claims = Request.Headers[Roles].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => new Claim(ClaimTypes.Role, r))
            .Append(new Claim(SignedIn.StaffClaim, staff.ToString()));
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme_));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme_)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/sign-in");
        return Task.CompletedTask;
    }
}
