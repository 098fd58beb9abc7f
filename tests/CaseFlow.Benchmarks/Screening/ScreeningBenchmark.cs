using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;

namespace CaseFlow.Benchmarks.Screening;

/// <summary>The verb <c>screen</c> over a term of signals: the first time, and again when nothing has changed.</summary>
internal static class ScreeningBenchmark
{
    private const double MostTimes = 3;
    private const double MostSecondsAtFirst = 30;
    private const double MostMegabytes = 300;

    public static Measuring.Findings Run(CountyFolder folder, int children, int rounds, bool ownProcess = true)
    {
        var found = new Measuring.Findings($"screening: {children} children on SQLite, a term of signals");
        var file = folder.CopyOf(children);
        var first = ownProcess ? ScreeningRun.InOwnProcess("once", file) : ScreeningRun.OnceAsync(file).GetAwaiter().GetResult();
        var again = ownProcess ? ScreeningRun.InOwnProcess("pairs", file, $"{rounds}") : ScreeningRun.PairsAsync(file, rounds).GetAwaiter().GetResult();
        if (first.Opened == 0 || again.Opened != 0 || again.Levels != first.Levels || again.Children != children)
            throw new InvalidOperationException("the first screening opens cases, and the second finds the same and opens none");
        found.Figure("rows read", $"{again.Rows}");
        found.Figure("cases opened the first time", $"{first.Opened}");
        found.AtMost("first time", first.Screening.Median.TotalSeconds, MostSecondsAtFirst, "s");
        found.Figure("first time, processor time of the process", first.Processor);
        found.AtMost("first time, memory of the process", first.PeakBytes / 1e6, MostMegabytes, "MB");
        found.Figure("nothing changed", again.Screening.Median);
        found.Figure("bare reading of the same rows", again.Reading.Median);
        found.AtMost("nothing changed against bare reading", again.Screening.Times(again.Reading), MostTimes, "times");
        found.AtMost("nothing changed, memory of the process", again.PeakBytes / 1e6, MostMegabytes, "MB");
        return found;
    }
}
