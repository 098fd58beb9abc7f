using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Api;
using CaseFlow.Web.Background;
using CaseFlow.Web.Components;
using CaseFlow.Web.Pages.Children;
using CaseFlow.Web.Feeds;
using CaseFlow.Web.Import;
using CaseFlow.Web.Reports;
using CaseFlow.Web.Trust;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;

namespace CaseFlow.Web.Setup;

/// <summary>The web application: pages, API, sign-in and background work on top of what every verb shares.</summary>
public static class WebSite
{
    private static readonly CultureInfo[] Languages = [new("zh-CN"), new("en")];

    /// <param name="settings">Settings from the command line.</param>
    /// <param name="also">What a host of its own (a test) puts in place of something, for example the clock.</param>
    public static async Task<WebApplication> BuildAsync(
        string[] settings, Action<IServiceCollection>? also = null, CancellationToken cancel = default)
    {
        var builder = CaseFlowHost.Builder(settings);
        var bound = builder.Configuration.Get<Settings>() ?? new Settings();
        Quieten(builder.Logging);
        SignIn.Add(builder);
        OwnHttps.Add(builder);
        AddPages(builder.Services);
        CareApi.AddServices(builder.Services);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        Engines.AddScheduler(builder, bound, BackgroundWork.Add(builder.Services, bound.Clock.Mode == ClockMode.Simulated));
        also?.Invoke(builder.Services);

        var app = builder.Build();
        await CaseFlowHost.ReadyAsync(app.Services, cancel);
        if (bound.Demo.Enabled ?? app.Environment.IsDevelopment())
            await DemonstrationSchool.SeedAsync(app.Services, cancel);
        Use(app);
        Map(app);
        await Welcome.AnnounceAsync(app, cancel);
        OwnHttps.Prepare(app);
        return app;
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorComponents();
        // Chinese stays readable in the source of a page; what is dangerous is still escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(o => o.Cookie.Name = "caseflow-form");
        services.AddSingleton<SiteFiles>();
        services.AddSingleton<ChildCount>();
        // Files of the site only: they hold no secret that the length of an answer could betray.
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/javascript", "text/css", "image/svg+xml"];
        });
        // A browser asks once for each version: a bad line gains more than the processor loses.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddRequestLocalization(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(Languages[0]);
            o.SupportedCultures = Languages;
            o.SupportedUICultures = Languages;
            o.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = SiteForms.LanguageCookie }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    private static void Use(WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.Use(SafeHeaders.Set);
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = app.Services.GetRequiredService<SiteFiles>().Folder,
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
        app.UseWhen(c => !c.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), pages => pages.UseStatusCodePagesWithReExecute("/nothing-here", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(ChangePasswordFirst);
        app.Use(UploadForm.CheckAsync);
        app.UseAntiforgery();
    }

    private static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        SiteForms.Map(app);
        ReportFiles.Map(app);
        FeedFile.Map(app);
        OwnHttps.Map(app);
        app.MapRazorComponents<App>();
        CareApi.Map(app);
        Engines.MapScheduler(app, app.Services.GetRequiredService<Settings>().Engines.Scheduler);
    }

    /// <summary>Who was given a password chooses one before anything else.</summary>
    private static Task ChangePasswordFirst(HttpContext context, RequestDelegate next)
    {
        if (!context.User.HasClaim(c => c.Type == StaffClaims.MustChangePassword) || SiteForms.IsOpenBefore(context.Request.Path))
            return next(context);
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect(SiteForms.PasswordPath);
        return Task.CompletedTask;
    }

    private static void Quieten(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        // It warns on every form that the page may not be cached, which is what is wanted.
        .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
        .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddFilter("Hangfire", LogLevel.Warning);
}
