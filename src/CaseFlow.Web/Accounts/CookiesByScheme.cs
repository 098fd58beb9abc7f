using Microsoft.AspNetCore.Authentication.Cookies;

namespace CaseFlow.Web.Accounts;

/// <summary>
/// Keeps the cookie of the HTTPS address apart from that of the plain one. Browsers know no ports in cookies: on a phone that has used both,
/// one of the same name from the plain address would be refused, and nobody could sign in there.
/// </summary>
internal sealed class CookiesByScheme : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, Named(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, Named(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, Named(context, key), options);

    private static string Named(HttpContext context, string key) => context.Request.IsHttps ? $"__Secure-{key}" : key;
}
