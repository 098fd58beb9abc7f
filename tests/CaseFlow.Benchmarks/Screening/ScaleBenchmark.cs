using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;

namespace CaseFlow.Benchmarks.Screening;

/// <summary>What a child costs in a small and in a large county: the same.</summary>
internal static class ScaleBenchmark
{
    private const double MostTimes = 1.2;

    public static Measuring.Findings Run(CountyFolder folder, int small, int large, bool ownProcess = true)
    {
        var found = new Measuring.Findings($"scale: a child among {small} and among {large}");
        var (few, many) = (Screen(folder.CopyOf(small), ownProcess), Screen(folder.CopyOf(large), ownProcess));
        found.Figure($"a thousand children among {small}, nothing changed", Each(few) * 1000);
        found.Figure($"a thousand children among {large}, nothing changed", Each(many) * 1000);
        found.AtMost("against each other", Each(many) / Each(few), MostTimes, "times");
        found.Figure("each against bare reading of its rows", $"{many.Screening.Times(many.Reading) / few.Screening.Times(few.Reading):0.##} times");
        found.Figure($"memory of the process with {large} children", $"{many.PeakBytes / 1_000_000} MB");
        return found;
    }

    /// <summary>Writes what there is to write, then measures when nothing has changed.</summary>
    private static ScreeningRun Screen(string file, bool ownProcess)
    {
        _ = ownProcess ? ScreeningRun.InOwnProcess("once", file) : ScreeningRun.OnceAsync(file).GetAwaiter().GetResult();
        return ownProcess ? ScreeningRun.InOwnProcess("pairs", file, "3") : ScreeningRun.PairsAsync(file, 1).GetAwaiter().GetResult();
    }

    private static TimeSpan Each(ScreeningRun run) => run.Screening.Median / run.Children;
}
