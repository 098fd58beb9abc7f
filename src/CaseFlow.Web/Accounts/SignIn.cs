using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Accounts;

/// <summary>How people sign in: accounts with a password and a cookie. Whoever is not signed in sees nothing (fallback policy).</summary>
public static class SignIn
{
    public const string Path = "/sign-in";

    public const string DeniedPath = "/denied";

    /// <summary>The shortest password that is taken. Long words beat mixed signs; there is no rule of composition.</summary>
    public const int ShortestPassword = 10;

    private const int AttemptsBeforeLock = 10;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    /// <summary>How soon a locked account or a changed role is noticed.</summary>
    private static readonly TimeSpan LookAgainEvery = TimeSpan.FromMinutes(1);

    public static void Add(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped(s => s.GetRequiredService<Databases>().OpenAccounts());
        services.AddDataProtection().SetApplicationName("CaseFlow");
        services.AddOptions<KeyManagementOptions>().Configure<Databases>((o, databases) => o.XmlRepository = new ProtectionKeys(databases));
        services.AddIdentityCore<Account>(options =>
        {
            options.Password.RequiredLength = ShortestPassword;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLock;
            options.Lockout.DefaultLockoutTimeSpan = LockedFor;
            options.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<AccountsDb>().AddSignInManager().AddClaimsPrincipalFactory<StaffClaims>().AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        // The school's clock may be simulated; cookies and locks live in real time.
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = LookAgainEvery;
            o.TimeProvider = TimeProvider.System;
        });
        services.ConfigureApplicationCookie(o =>
        {
            o.TimeProvider = TimeProvider.System;
            o.Cookie.Name = "caseflow";
            o.CookieManager = new CookiesByScheme();
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.LoginPath = Path;
            o.AccessDeniedPath = DeniedPath;
            o.ReturnUrlParameter = "back";
            o.Events.OnRedirectToLogin = PeopleOnly(o.Events.OnRedirectToLogin, StatusCodes.Status401Unauthorized);
            o.Events.OnRedirectToAccessDenied = PeopleOnly(o.Events.OnRedirectToAccessDenied, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<StaffAccounts>();
        services.AddSingleton<FirstRun>();
    }

    /// <summary>Pages send people to sign in; programs get the status.</summary>
    private static Func<Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task> PeopleOnly(
        Func<Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task> redirect, int status) =>
        context =>
        {
            if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                return redirect(context);
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
}
