using System.Security.Claims;

namespace CaseFlow.Web.Access;

/// <summary>What another system may do that calls the API with a token: only what one of the token's scopes names.</summary>
public static class OtherSystem
{
    /// <summary>The role of a token; it is in no file and on no account.</summary>
    public const string Role = "other-system";

    /// <summary>The claim of a scope that a token has.</summary>
    public const string ScopeClaim = "caseflow:scope";

    public const string Lists = "lists";
    public const string Figures = "figures";
    public const string Observations = "observations";
    public const string Import = "import";

    /// <summary>Every scope there is, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Scopes = [Lists, Figures, Observations, Import];

    /// <summary>Opens an endpoint of the API to the tokens that have a scope; without it no token gets in.</summary>
    public static TBuilder ForTokens<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenTo(scope));

    /// <summary>The scope that opens an endpoint; null where no token gets in.</summary>
    public static string? ScopeOf(IEnumerable<object>? metadata) => metadata?.OfType<OpenTo>().SingleOrDefault()?.Scope;

    public static bool Is(ClaimsPrincipal who) => who.IsInRole(Role);

    /// <summary>Whether an endpoint is open to whoever calls; scopes bind tokens, nobody else.</summary>
    public static bool MayCall(ClaimsPrincipal who, Endpoint? endpoint) =>
        !Is(who) || (ScopeOf(endpoint?.Metadata) is { } scope && who.HasClaim(ScopeClaim, scope));

    /// <summary>Who says what other systems get: tokens, and robots in chat groups.</summary>
    public static bool MayManage(SignedIn who) => who.Is(Engine.Children.Roles.Administrator);

    private sealed record OpenTo(string Scope);
}
