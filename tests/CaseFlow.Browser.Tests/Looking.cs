using System.Text.RegularExpressions;
using CaseFlow.Web.Accounts;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>What every page must be.</summary>
internal static class Looking
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("CASEFLOW_SCREENSHOTS");

    private const int TallestPicture = 1800;

    /// <summary>In milliseconds.</summary>
    private const int Patience = 60_000, Pause = 50;

    /// <summary>Nothing to scroll sideways, one heading, no gap in the words; and a picture where somebody asked for pictures.</summary>
    public static async Task ShouldBeSoundAsync(this IPage page, string name)
    {
        await page.BeWholeAsync();
        if (Screenshots is not null)
        {
            Directory.CreateDirectory(Screenshots);
            var (width, height) = (page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(Screenshots, name + ".png"),
                FullPage = true,
                Clip = new Clip { Width = width, Height = Math.Min(height, TallestPicture) },
            });
        }

        var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        sideways.ShouldBeLessThanOrEqualTo(0, $"{name} scrolls sideways");
        (await page.Locator("h1").CountAsync()).ShouldBe(1, name);
        var text = await page.InnerTextAsync("body");
        text.ShouldNotContain("{0}", Case.Sensitive, name);
        (await page.TitleAsync()).ShouldEndWith("CaseFlow", Case.Sensitive, name);
        (await page.EvaluateAsync<int>(UnlabelledFields)).ShouldBe(0, $"{name} has a field without a label");
        (await page.EvaluateAsync<int>(DoubleIds)).ShouldBe(0, $"{name} has the same id twice");
        await page.EvaluateAsync(Axe.Value);
        (await page.EvaluateAsync<string[]>(Violations)).ShouldBeEmpty($"{name} is not for everybody (WCAG 2.2 AA)");
    }

    /// <summary>axe-core, which the build brings from npm with the other assets.</summary>
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Root(), "src/CaseFlow.Web/Assets/node_modules/axe-core/axe.min.js")));

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CaseFlow.sln")))
            at = at.Parent ?? throw new InvalidOperationException("the solution is not above the tests");
        return at.FullName;
    }

    private const string Violations = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
          .violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id} (${v.impact}): ${n.target} ${n.failureSummary.split('\\n')[1] ?? ''}`))
        """;

    private const string UnlabelledFields =
        "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(f => f.labels.length === 0).length";

    private const string DoubleIds =
        "(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(e => e.id))";

    /// <summary>Clicks what leads to another page and waits until that page is whole: a click alone waits for its first bytes.</summary>
    public static async Task FollowAsync(this ILocator link)
    {
        await link.ClickAsync();
        await link.Page.BeWholeAsync();
    }

    /// <summary>Waits until a page of such an address is there and whole.</summary>
    /// <param name="address">Of which a star stands for anything.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        var like = new Regex("^" + Regex.Escape(address).Replace(@"\*", ".*", StringComparison.Ordinal) + "$");
        await Assertions.Expect(page).ToHaveURLAsync(like, new() { Timeout = Patience });
        await page.BeWholeAsync();
    }

    /// <summary>Waits until a page of another address is there and whole.</summary>
    /// <param name="part">What that address does not have in it.</param>
    public static async Task LeaveAsync(this IPage page, string part)
    {
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(Regex.Escape(part)), new() { Timeout = Patience });
        await page.BeWholeAsync();
    }

    /// <summary>Asks the page itself whether it has loaded: a wait for the event misses one that comes just as the wait begins.</summary>
    private static Task BeWholeAsync(this IPage page) => UntilAsync(async () => await StateAsync(page) == "complete");

    /// <summary>Waits until something has come about.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var waited = 0; waited < 3 * Patience; waited += Pause)
        {
            if (await holds())
                return;
            await Task.Delay(Pause);
        }

        throw new TimeoutException("it did not come about within three minutes");
    }

    private static async Task<string?> StateAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState");
        }
        catch (PlaywrightException e) when (e.Message.Contains("context", StringComparison.Ordinal))
        {
            return null; // the next page has just begun
        }
    }

    /// <summary>Says who somebody is; what follows is shown, be it a refusal.</summary>
    /// <param name="password">Null for that of the demonstration school.</param>
    /// <param name="site">The address of the site where the page knows none.</param>
    public static async Task SignInAsync(this IPage page, string user, string? password = null, string site = "")
    {
        await page.GotoAsync($"{site}/sign-in");
        await page.FillAsync("#sign-in-user", user);
        await page.FillAsync("#sign-in-password", password ?? DemonstrationAccounts.Password);
        await page.Locator("#sign-in button").FollowAsync();
    }

    /// <summary>Waits until the field has the focus: a page takes its focus a moment after it has loaded, and what is typed before goes nowhere.</summary>
    public static Task ShouldHaveFocusAsync(this IPage page, string id) => Assertions.Expect(page.Locator($"[id='{id}']")).ToBeFocusedAsync(new() { Timeout = Patience });

    /// <summary>Opens a closed step of a page and gives its form.</summary>
    public static async Task<ILocator> OpenStepAsync(this IPage page, string name)
    {
        var step = page.Locator($"[id='step-{name}']");
        if (await step.GetAttributeAsync("open") is null)
            await step.Locator("> summary").ClickAsync();
        return step;
    }
}
