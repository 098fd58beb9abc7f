using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Benchmarks.Loading;

/// <summary>The base rules from files on disk to functions that run: read, checked, compiled, their examples run.</summary>
internal static class LoadingBenchmark
{
    private const double MostMilliseconds = 200;

    /// <param name="cold">The first loading of a process; null where this one has loaded rules before.</param>
    public static Measuring.Findings Run(TimeSpan? cold, int rounds)
    {
        var found = new Measuring.Findings("loading: rules, escalations and workflow, from files to functions");
        if (cold is { } first)
            found.Figure("first time in a process, compiling the program itself included", first);
        var again = Rounds.Of(rounds, () => CarePolicyFiles.Load(Repository.RulesFolder));
        found.AtMost("again", again.Median.TotalMilliseconds, MostMilliseconds, "ms");
        return found;
    }

    /// <summary>Loads once; meant for a process that has done nothing else.</summary>
    public static TimeSpan Once() => Rounds.Once(() => CarePolicyFiles.Load(Repository.RulesFolder));
}
