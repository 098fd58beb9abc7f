using System.Collections.Concurrent;
using System.Diagnostics;

namespace CaseFlow.Benchmarks.Serving;

/// <summary>How long a page took, from when it was due to be asked for until it was there to the last byte.</summary>
internal sealed record Answered(string Kind, TimeSpan Took, bool Ok, int Bytes);

/// <summary>Asks at a steady rate whether or not answers come, as people do: what is slow makes the next ones wait, and that counts.</summary>
internal static class OpenLoop
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <param name="rate">Pages a second.</param>
    public static async Task<IReadOnlyList<Answered>> RunAsync(Visitors visitors, double rate, TimeSpan length, int seed)
    {
        var random = new Random(seed);
        var answers = new ConcurrentBag<Answered>();
        var asked = new List<Task>();
        var begin = Stopwatch.GetTimestamp();
        for (var n = 0; n < rate * length.TotalSeconds; n++)
        {
            var due = TimeSpan.FromSeconds(n / rate);
            var ahead = due - Stopwatch.GetElapsedTime(begin);
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead);
            asked.Add(AskAsync(visitors.Next(random), begin, due, answers));
        }

        await Task.WhenAll(asked);
        return [.. answers];
    }

    private static async Task AskAsync(Visit visit, long begin, TimeSpan due, ConcurrentBag<Answered> answers)
    {
        var (ok, bytes) = (false, 0);
        try
        {
            using var patience = new CancellationTokenSource(Longest);
            using var answer = await visit.Visitor.GetAsync(visit.Page, patience.Token);
            bytes = (await answer.Content.ReadAsByteArrayAsync(patience.Token)).Length;
            ok = answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Told as not answered.
        }

        answers.Add(new Answered(visit.Kind, Stopwatch.GetElapsedTime(begin) - due, ok, bytes));
    }
}
