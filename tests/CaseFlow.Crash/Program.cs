using System.Globalization;
using CaseFlow.Web.Tests.Storage;

namespace CaseFlow.Crash;

/// <summary>By hand: any number of kills.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["--kills", var kills, "--seed", var seed, "--on", "sqlite" or "postgresql"])
        {
            await Console.Error.WriteLineAsync("--kills N --seed N --on sqlite|postgresql");
            return 2;
        }

        using var server = arguments[5] == "postgresql" ? new PostgreSqlServer() : null;
        if (server is not null && PostgreSqlServer.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }

        using var installation = server is null ? Installation.OnSqlite() : await Installation.OnPostgreSqlAsync(server, "crash");
        using var run = new CrashRun(installation, Number(seed), Console.WriteLine);
        var result = await run.RunAsync(Number(kills));
        Console.WriteLine($"{result.Kills} kills, {result.Acknowledged} acknowledged, {result.Refused} refused, {result.Repeated} repeated, {result.Faults.Count} faults");
        foreach (var fault in result.Faults)
            Console.WriteLine(fault);
        return result.Faults.Count == 0 ? 0 : 1;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
