using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Breaks the connection at the next commit when it is told to: the caller hears that it is worth asking again.</summary>
public sealed class LostAnswers : DbTransactionInterceptor
{
    private bool? next;

    /// <summary>Whether an answer got lost since it was last asked for.</summary>
    public bool Came { get; private set; }

    /// <param name="committed">Whether the work is done before the answer gets lost.</param>
    public void Next(bool committed) => (next, Came) = (committed, false);

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (next is not { } committed)
            return result;
        (next, Came) = (null, true);
        await (committed ? transaction.CommitAsync(cancellationToken) : transaction.RollbackAsync(cancellationToken));
        throw new ConnectionLost();
    }

    private sealed class ConnectionLost() : DbException("the connection was lost")
    {
        public override bool IsTransient => true;
    }
}
