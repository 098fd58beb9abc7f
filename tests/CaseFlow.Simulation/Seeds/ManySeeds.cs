using System.Collections.Concurrent;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Simulation.Seeds;

/// <summary>Runs seeds on every core, each seed on one thread; what comes out does not depend on which.</summary>
public static class ManySeeds
{
    private static readonly Lazy<CarePolicy> Policy = new(() => CarePolicyFiles.Load(Repository.Rules));

    /// <summary>Runs one seed and tells every line of it.</summary>
    /// <param name="engine">What goes on with a case; null for the built-in engine.</param>
    public static SeedResult One(long seed, Action<string>? listener = null, IWorkflowEngine? engine = null) =>
        SeedRun.Run(seed, engine is null ? Policy.Value : Policy.Value with { Engine = engine }, listener);

    /// <summary>Runs seeds until so many fail; those that do, lowest number first, and how many ran in all.</summary>
    public static (IReadOnlyList<SeedResult> Failed, int Ran, long Events, long Acknowledged) Run(long first, long last, int mostFailures = 1)
    {
        _ = Policy.Value;
        var failed = new ConcurrentBag<SeedResult>();
        var (next, ran, events, acknowledged) = (first - 1, 0, 0L, 0L);
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return ([.. failed.OrderBy(f => f.Seed)], ran, events, acknowledged);

        void Work()
        {
            while (failed.Count < mostFailures)
            {
                var seed = Interlocked.Increment(ref next);
                if (seed > last)
                    return;
                var result = One(seed);
                Interlocked.Increment(ref ran);
                Interlocked.Add(ref events, result.Events);
                Interlocked.Add(ref acknowledged, result.Acknowledged);
                if (result.Failure is not null)
                    failed.Add(result);
            }
        }
    }

    /// <summary>The number of the first failing seed and what broke, parted by a space; null where none fails. Seeds run one after the other.</summary>
    public static string? FirstFailure(long first, long last)
    {
        for (var seed = first; seed <= last; seed++)
        {
            if (One(seed).Failure is { } failure)
                return $"{seed} {failure}";
        }

        return null;
    }
}
