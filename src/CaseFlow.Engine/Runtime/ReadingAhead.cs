using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Runtime;

/// <summary>Reads the next classes while those before them are being worked on: never more than one reading ahead, and one at a time.</summary>
/// <param name="beside">How work is begun beside other work, see <see cref="CareRuntime.Beside"/>.</param>
internal sealed class ReadingAhead<T>(Func<Func<Task>, Task> beside)
{
    /// <summary>Each part with what was read of it, in order. No reading goes on when this has ended, whatever ended it.</summary>
    public async IAsyncEnumerable<(ClassRoom[] Rooms, T Read)> OfAsync(IEnumerable<ClassRoom[]> parts, Func<ClassRoom[], Task<T>> read)
    {
        var next = Task.CompletedTask;
        try
        {
            (ClassRoom[] Rooms, T Read)? ahead = null;
            foreach (var part in parts)
            {
                var ready = ahead;
                next = beside(async () => ahead = (part, await read(part)));
                if (ready is { } before)
                    yield return before;
                await next;
            }

            if (ahead is { } last)
                yield return last;
        }
        finally
        {
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
