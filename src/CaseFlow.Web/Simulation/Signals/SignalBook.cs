using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Simulation.Signals;

/// <summary>Records signals as the program does, under the next number of the school's recordings, and counts them.</summary>
internal sealed class SignalBook(SimulatedEngine engine)
{
    /// <summary>How many of each kind were recorded.</summary>
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => engine.Runtime.Now;

    public Guid NewId() => engine.Runtime.NewId();

    public void Count(string kind, int more = 1) => Counts[kind] = Counts.GetValueOrDefault(kind) + more;

    /// <summary>Records what stands on one form, all under one number.</summary>
    public async Task AddAsync<T>(IReadOnlyList<T> form, Action<T, long> number, Func<T, string> kind, CancellationToken cancel)
        where T : class
    {
        if (form.Count == 0)
            return;
        using var db = engine.Runtime.Open();
        await Recording.AddAsync(
            db,
            no =>
            {
                foreach (var signal in form)
                    number(signal, no);
                return form[0];
            },
            other =>
            {
                other.AddRange(form.Skip(1));
                return Task.CompletedTask;
            },
            cancel);
        foreach (var signal in form)
            Count(kind(signal));
    }
}
