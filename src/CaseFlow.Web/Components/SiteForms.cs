using CaseFlow.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;

namespace CaseFlow.Web.Components;

/// <summary>The two forms that stand on every page: language and signing out.</summary>
public static class SiteForms
{
    public const string LanguageCookie = "caseflow-language";

    public const string PasswordPath = "/password";

    private const string LanguagePath = "/language";
    private const string SignOutPath = "/sign-out";

    /// <summary>What somebody may do who has to choose a password first.</summary>
    public static bool IsOpenBefore(PathString path) =>
        path == PasswordPath || path == LanguagePath || path == SignOutPath || path.StartsWithSegments("/health", StringComparison.Ordinal);

    public static void Map(WebApplication app)
    {
        app.MapPost(LanguagePath, async (HttpContext context, IAntiforgery antiforgery) =>
        {
            if (await FormAsync(context, antiforgery) is not { } form)
                return Results.BadRequest();
            context.Response.Cookies.Append(
                LanguageCookie,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(form["language"] == "en" ? "en" : "zh-CN")),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
            return Results.LocalRedirect(Local(form["back"]));
        }).AllowAnonymous();
        app.MapPost(SignOutPath, async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn) =>
        {
            if (await FormAsync(context, antiforgery) is not { } form)
                return Results.BadRequest();
            string? back = form["back"];
            await signIn.SignOutAsync();
            return Results.LocalRedirect(back is null ? SignIn.Path : Local(back));
        }).AllowAnonymous();
    }

    /// <summary>What was sent; null where it is no form of this site.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext context, IAntiforgery antiforgery) =>
        await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;

    /// <summary>An address of this site; the first page for anything else.</summary>
    public static string Local(string? address) =>
        address is { Length: > 0 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
            ? address
            : "/";
}
