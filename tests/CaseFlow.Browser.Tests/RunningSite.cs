using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

// Two browsers and two programs at once are too much for two cores that run the other test projects beside them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CaseFlow.Browser.Tests;

/// <summary>A clock that stands still.</summary>
public sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>The program itself on a free port, with a data folder of its own, and a browser.</summary>
public class RunningSite(bool demonstration, params string[] settings) : IAsyncLifetime
{
    /// <summary>A Wednesday in the middle of a term, ten in the morning at the school.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 2, 0, 0, TimeSpan.Zero);

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP school.test 127.0.0.1",
    ];

    private readonly string data = Directory.CreateTempSubdirectory("caseflow-browser-").FullName;
    private IPlaywright? playwright;

    public WebApplication App { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public string Address => App.Urls.First();

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        App = await WebSite.BuildAsync(
            ["--urls=http://127.0.0.1:0", $"--Data:Folder={data}", $"--Demo:Enabled={demonstration}", "--environment=Production", .. settings],
            services =>
            {
                services.AddSingleton<TimeProvider>(s => new DemonstrationClock(s.GetRequiredService<Databases>().Open, new StandingClock(Now)));
                services.AddLogging(l => l.SetMinimumLevel(LogLevel.Error));
            });
        await App.StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (App is not null)
            await App.DisposeAsync();
        Directory.Delete(data, true);
    }

    /// <summary>A browser.</summary>
    /// <param name="home">Where it keeps what is its user's; null for this user's own.</param>
    public Task<IBrowser> LaunchAsync(string? home = null) => playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Chromium.Program,
        Env = home is null ? null : new Dictionary<string, string> { ["HOME"] = home },
        Args = Arguments,
    });

    /// <summary>A browser that remembers, as one does in which sites are installed.</summary>
    public Task<IBrowserContext> RememberAsync(string folder) =>
        playwright!.Chromium.LaunchPersistentContextAsync(folder, new() { ExecutablePath = Chromium.Program, BaseURL = Address, Args = Arguments });

    /// <summary>A browser of somebody who reads that language on a screen that wide.</summary>
    /// <param name="worker">Whether it lets the site's service worker stand between page and line.</param>
    public async Task<IPage> OpenAsync(string language, int width, bool worker = true)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            Locale = language,
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>The browser of one of the demonstration accounts.</summary>
    public async Task<IPage> SignInAsync(string user, string language = "zh-CN", int width = 1280, bool worker = true)
    {
        var page = await OpenAsync(language, width, worker);
        await page.SignInAsync(user);
        await page.LeaveAsync("/sign-in");
        return page;
    }
}

/// <summary>One demonstration school for all tests that do not mind each other.</summary>
public sealed class DemonstrationSite() : RunningSite(demonstration: true);

[CollectionDefinition(Name)]
public sealed class DemonstrationSchoolTests : ICollectionFixture<DemonstrationSite>
{
    public const string Name = "demonstration school";
}
