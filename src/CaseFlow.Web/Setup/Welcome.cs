using CaseFlow.Web.Accounts;
using CaseFlow.Web.Trust;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>What the console says when the program serves: the address, and how the first person gets in.</summary>
public static class Welcome
{
    public static async Task AnnounceAsync(WebApplication app, CancellationToken cancel = default)
    {
        using var accounts = app.Services.GetRequiredService<Databases>().OpenAccounts();
        var firstRun = await FirstRun.IsOpenAsync(accounts, cancel);
        var demo = await accounts.Users.Where(a => a.IsDemonstration).Select(a => a.UserName!).ToListAsync(cancel);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var settings = app.Services.GetRequiredService<Settings>();
            var addresses = new SiteAddresses(app.Urls);
            var address = addresses.Here;
            Console.WriteLine($"CaseFlow is open at {address}");
            foreach (var (plain, safe) in addresses.InNetwork(OwnNames.Now(settings.Https).Reachable))
                Console.WriteLine($"In the network it is open at {safe}; a phone comes to trust it at {plain}{OwnHttps.PagePath}");
            Console.WriteLine(Engines.Line(settings));
            if (firstRun)
                Console.WriteLine($"There is no account yet. Make the administrator's at {address}{FirstRun.Path} with the code {app.Services.GetRequiredService<FirstRun>().Code}");
            if (demo.Count > 0)
            {
                var names = DemonstrationAccounts.All.Select(a => a.UserName).Where(demo.Contains);
                Console.WriteLine($"Demonstration accounts: {string.Join(", ", names)}. Their password: {DemonstrationAccounts.Password}");
                Console.WriteLine($"They move its time on, a week or a term, at {address}/demonstration");
            }

            Console.WriteLine("Ctrl+C stops it.");
        });
    }
}
