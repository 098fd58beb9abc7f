using CaseFlow.Web.Access;

namespace CaseFlow.Web.Api;

/// <summary>A page of another site cannot act in the name of whoever is signed in here, although the browser sends the cookie.</summary>
/// <remarks>
/// Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin, and pages cannot forge either. What says
/// neither is no browser, so no cookie of a victim comes with it. A token is no cookie: no browser adds it by itself.
/// </remarks>
internal static class SameOrigin
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return OtherSystem.Is(context.HttpContext.User) || Allows(request) ? await next(context) : Problem.Of(ApiRefusals.CrossSite, AskedLanguage.Of(request));
    }

    private static bool Allows(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return true;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
