using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Engine.Storage;

/// <summary>Asks a database on a server again that could not answer just now, where asking twice does no harm.</summary>
/// <remarks>
/// Harmless are queries, and single commands that say by their condition what they may change. Not asked again: anything within a
/// transaction, which went with its connection, and what saves, as it may have been saved: that only whoever holds a key can ask again.
/// </remarks>
public sealed class AskingAgain(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    /// <summary>At once, as a connection of the pool may be an old one; then in longer and longer whiles, five seconds in all.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(800), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5)];

    /// <summary>False: rows come as they are read, and who has some of them already is not given them again.</summary>
    public bool RetriesOnFailure => false;

    private DbContext Context => dependencies.CurrentContext.Context;

    /// <inheritdoc/>
    /// <remarks>Asks once: nobody is made to wait without being able to go on.</remarks>
    public TResult Execute<TState, TResult>(
        TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded) =>
        operation(Context, state);

    /// <inheritdoc/>
    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default)
    {
        var within = Context.Database.CurrentTransaction is not null;
        foreach (var pause in Pauses)
        {
            try
            {
                return await operation(Context, state, cancellationToken);
            }
            catch (Exception e) when (!within && Conflicts.IsTransient(e) && !Context.ChangeTracker.HasChanges())
            {
                await Task.Delay(pause, cancellationToken);
            }
        }

        return await operation(Context, state, cancellationToken);
    }
}
