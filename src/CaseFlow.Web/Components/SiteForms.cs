using CaseFlow.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

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
        app.MapPost(LanguagePath, (HttpContext context, [FromForm] string language, [FromForm] string? back) =>
        {
            context.Response.Cookies.Append(
                LanguageCookie,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language == "en" ? "en" : "zh-CN")),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous();
        app.MapPost(SignOutPath, async (SignInManager<Account> signIn, [FromForm] string? back) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect(back is null ? SignIn.Path : Local(back));
        }).AllowAnonymous();
    }

    /// <summary>An address of this site; the first page for anything else.</summary>
    public static string Local(string? address) =>
        address is { Length: > 0 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
            ? address
            : "/";
}
