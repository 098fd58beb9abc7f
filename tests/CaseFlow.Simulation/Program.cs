using System.Diagnostics;
using System.Globalization;
using CaseFlow.Simulation.PlantedBugs;
using CaseFlow.Simulation.Seeds;

namespace CaseFlow.Simulation;

/// <summary>By hand: one seed with all its steps, or many.</summary>
internal static class Program
{
    private const string Usage = "--seed N | --seeds N..M (stops at the first that fails) | --survey N..M (tells which laws fail, and how often) | --bugs [N [TEXT]] (plants every bug, or those whose name has the text; at most N seeds each)";

    public static int Main(string[] arguments) => arguments switch
    {
        ["--seed", var seed] => One(Number(seed)),
        ["--survey", var range] when range.Split("..") is [var first, var last] => Survey(Number(first), Number(last)),
        ["--seeds", var range] when range.Split("..") is [var first, var last] => Many(Number(first), Number(last)),
        ["--bugs"] => Bugs(1000, ""),
        ["--bugs", var most] => Bugs((int)Number(most), ""),
        ["--bugs", var most, var text] => Bugs((int)Number(most), text),
        _ => Wrong(),
    };

    private static int One(long seed)
    {
        var result = ManySeeds.One(seed, Console.WriteLine);
        Console.WriteLine(result.Failure is null ? $"seed {seed}: all laws hold ({result.Fingerprint})" : result.Report());
        return result.Failure is null ? 0 : 1;
    }

    private static int Many(long first, long last)
    {
        var clock = Stopwatch.StartNew();
        var (failed, ran, events, acknowledged) = ManySeeds.Run(first, last);
        if (failed.Count > 0)
            Console.WriteLine(failed[0].Report());
        Console.WriteLine(
            $"{ran} seeds, {events} events, {acknowledged} acknowledged requests, {clock.Elapsed.TotalSeconds:F0} s, "
            + $"{clock.Elapsed.TotalMilliseconds / ran:F1} ms a seed: {(failed.Count == 0 ? "all laws hold" : $"seed {failed[0].Seed} fails")}");
        return failed.Count == 0 ? 0 : 1;
    }

    private static int Survey(long first, long last)
    {
        var (failed, ran, _, _) = ManySeeds.Run(first, last, int.MaxValue);
        foreach (var law in failed.GroupBy(f => f.Failure!.Split(':')[0]).OrderByDescending(g => g.Count()))
            Console.WriteLine($"{law.Count(),5}  {law.First().Failure}  (seeds {string.Join(' ', law.Take(5).Select(f => f.Seed))})");
        Console.WriteLine($"{failed.Count} of {ran} seeds fail");
        return failed.Count == 0 ? 0 : 1;
    }

    /// <summary>Plants every bug whose name has the text, on all cores, and tells how many seeds find each.</summary>
    private static int Bugs(int most, string text)
    {
        var missed = 0;
        Parallel.ForEach(AllBugs.List.Where(b => b.Name.Contains(text, StringComparison.OrdinalIgnoreCase)), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, bug =>
        {
            var clock = Stopwatch.StartNew();
            var found = MutatedEngine.Find(bug, most);
            Console.WriteLine($"{(found is { } f ? $"{f.Seeds,5} seeds" : "not found  ")}  {clock.Elapsed.TotalSeconds,4:F0} s  {bug.Name}  ({found?.Failure})");
            if (found is null)
                Interlocked.Increment(ref missed);
        });
        return missed == 0 ? 0 : 1;
    }

    private static int Wrong()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
