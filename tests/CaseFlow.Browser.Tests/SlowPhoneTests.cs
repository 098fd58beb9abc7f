using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CaseFlow.Browser.Tests;

/// <summary>What a cheap phone on a bad line has to carry. With CASEFLOW_SLOW_PHONE=1 the time is measured as well (docs/benchmarks.md).</summary>
[Collection(DemonstrationSchoolTests.Name)]
public sealed class SlowPhoneTests(DemonstrationSite site, ITestOutputHelper output)
{
    private const int MostScript = 100 * 1024;
    private const int MostCharts = 250 * 1024;
    private const int MostPage = 100 * 1024;
    private const int Times = 5;

    private static readonly bool Measures = Environment.GetEnvironmentVariable("CASEFLOW_SLOW_PHONE") is { Length: > 0 };

    [BrowserFact]
    public async Task No_page_needs_more_than_100_KB_of_script_compressed_nor_comes_in_more_than_100_KB()
    {
        foreach (var pages in EveryPageTests.Pages.GroupBy(p => p.User))
        {
            var page = await site.SignInAsync(pages.Key, width: 360, worker: false);
            foreach (var (_, address, name) in pages)
            {
                await LookAsync(page, address, name);
                if (name is "today" or "children")
                    await LookAsync(page, (await page.Locator("table a.name[href]").First.GetAttributeAsync("href"))!, name + "-opened");
            }

            await page.Context.CloseAsync();
        }
    }

    private async Task LookAsync(IPage signedIn, string address, string name)
    {
        var fresh = await signedIn.Context.NewPageAsync();
        var phone = await fresh.Context.NewCDPSessionAsync(fresh);
        await phone.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await fresh.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var carried = await fresh.EvaluateAsync<Dictionary<string, int>>(Carried);
        var (html, script, charts) = (carried["html"], carried["script"], carried["charts"]);
        html.ShouldBeInRange(1, MostPage, name);
        script.ShouldBeInRange(1, MostScript, name);
        charts.ShouldBeLessThan(MostCharts, name);
        if (Measures)
            output.WriteLine($"{name,-24} page {html / 1024,3} KB, script {script / 1024,3} KB, charts {charts / 1024,3} KB, {await MeasureAsync(fresh, phone, address)}");
        await fresh.CloseAsync();
    }

    /// <summary>A processor a sixth as fast as this one, 1.6 Mbit/s, 150 ms on the way, nothing kept from before; medians in milliseconds.</summary>
    private static async Task<string> MeasureAsync(IPage page, ICDPSession phone, string address)
    {
        await phone.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 6 });
        await phone.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_600_000 / 8, ["uploadThroughput"] = 750_000 / 8,
        });
        var painted = new List<double>();
        var loaded = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            await page.GotoAsync(address);
            painted.Add(await page.EvaluateAsync<double>(FirstPaint));
            loaded.Add(await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"));
        }

        return string.Create(CultureInfo.InvariantCulture, $"content painted {Median(painted):0} ms, scripts run {Median(loaded):0} ms");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private const string Carried = """
        () => {
          const sum = (entries) => entries.reduce((all, e) => all + e.encodedBodySize, 0)
          const scripts = performance.getEntriesByType('resource').filter((e) => new URL(e.name).pathname.endsWith('.js'))
          const isChart = (e) => e.name.includes('/charts.js')
          return { html: sum(performance.getEntriesByType('navigation')), script: sum(scripts.filter((e) => !isChart(e))), charts: sum(scripts.filter(isChart)) }
        }
        """;

    private const string FirstPaint = """
        () => new Promise((done) => new PerformanceObserver((seen) => {
          const paint = seen.getEntriesByName('first-contentful-paint')[0]
          if (paint) done(paint.startTime)
        }).observe({ type: 'paint', buffered: true }))
        """;
}
