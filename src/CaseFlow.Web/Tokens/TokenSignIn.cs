using System.Security.Claims;
using System.Text.Encodings.Web;
using CaseFlow.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Tokens;

/// <summary>Says who calls with <c>Authorization: Bearer</c>: another system, with the scopes of its token.</summary>
internal sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme of the API: a token where one is sent, otherwise the site's own sign-in. Never both.</summary>
    public const string Either = "caseflow-api";

    private const string Token = "caseflow-token";
    private const string Prefix = "Bearer ";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ApiTokens>();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(Token, null)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http =>
                IsIn(http.Request) ? Token : http.RequestServices.GetRequiredService<IOptions<AuthenticationOptions>>().Value.DefaultScheme);
    }

    /// <summary>Whether a request carries a token, good or not.</summary>
    public static bool IsIn(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers[HeaderNames.Authorization].ToString()[Prefix.Length..].Trim();
        if (await tokens.UseAsync(secret, Context.RequestAborted) is not { } token)
            return AuthenticateResult.Fail("the token is unknown, ended or revoked");
        var identity = new ClaimsIdentity(
            [
                new Claim(SignedIn.StaffClaim, token.Id.Value.ToString()), new Claim(ClaimTypes.Role, OtherSystem.Role),
                .. token.Scopes.Select(scope => new Claim(OtherSystem.ScopeClaim, scope)),
            ],
            Token);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Token));
    }
}
