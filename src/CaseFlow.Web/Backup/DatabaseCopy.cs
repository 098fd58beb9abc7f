using System.Data;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Web.Backup;

/// <summary>Copies every row of an installation, its accounts included, from one database into another of any provider.</summary>
public static class DatabaseCopy
{
    private const int Batch = 1_000;

    /// <summary>Empties the target and copies everything; the source is read as it was at one moment.</summary>
    /// <returns>What was read from the source.</returns>
    public static async Task<IReadOnlyList<TableCount>> CopyAsync(
        Databases from, Databases to, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancel = default)
    {
        await using var source = await Snapshot.OfAsync(from, cancel);
        await EmptyAsync(to, cancel);
        var counts = new List<TableCount>();
        var tables = source.Tables.ToList();
        foreach (var (context, table) in tables)
        {
            counts.Add(await Rows(context, table).CopyAsync(context, table, () => Open(to, context), cancel));
            progress?.Report((counts.Count, tables.Count));
        }

        return counts;
    }

    /// <summary>Counts every table of an installation, all as they were at one moment.</summary>
    public static async Task<IReadOnlyList<TableCount>> CountAsync(Databases databases, CancellationToken cancel = default)
    {
        await using var source = await Snapshot.OfAsync(databases, cancel);
        var counts = new List<TableCount>();
        foreach (var (context, table) in source.Tables)
            counts.Add(await Rows(context, table).CountAsync(context, table, cancel));
        return counts;
    }

    /// <summary>The tables in which two counts differ.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<TableCount> expected, IReadOnlyList<TableCount> found)
    {
        var there = found.ToDictionary(t => t.Table);
        return [.. expected.Where(e => !there.TryGetValue(e.Table, out var f) || f != e)
            .Select(e => $"{e.Table}: {e.Rows} rows were copied, {there.GetValueOrDefault(e.Table)?.Rows ?? 0} are there, and they are not the same")];
    }

    private static async Task EmptyAsync(Databases to, CancellationToken cancel)
    {
        await using var target = await Snapshot.OfAsync(to, cancel);
        foreach (var (context, table) in target.Tables.Reverse())
            await Rows(context, table).DeleteAsync(context, cancel);
        await target.CommitAsync(cancel);
    }

    private static DbContext Open(Databases databases, DbContext like) => like is Engine.Storage.CaseFlowDb ? databases.Open() : databases.OpenAccounts();

    private static TableRows Rows(DbContext context, IEntityType table) =>
        (TableRows)Activator.CreateInstance(typeof(TableRows<>).MakeGenericType(table.ClrType))!;

    private abstract class TableRows
    {
        public abstract Task<TableCount> CopyAsync(DbContext from, IEntityType table, Func<DbContext> to, CancellationToken cancel);

        public abstract Task<TableCount> CountAsync(DbContext from, IEntityType table, CancellationToken cancel);

        public abstract Task DeleteAsync(DbContext from, CancellationToken cancel);
    }

    private sealed class TableRows<T> : TableRows
        where T : class
    {
        public override async Task<TableCount> CopyAsync(DbContext from, IEntityType table, Func<DbContext> to, CancellationToken cancel)
        {
            var counter = new RowCounter(table);
            var batch = new List<T>(Batch);
            await foreach (var row in All(from).AsAsyncEnumerable().WithCancellation(cancel))
            {
                batch.Add(row);
                if (batch.Count == Batch)
                    await WriteAsync();
            }

            await WriteAsync();
            return counter.Result;

            async Task WriteAsync()
            {
                using var target = to();
                target.ChangeTracker.AutoDetectChangesEnabled = false;
                target.AddRange(batch);
                foreach (var row in batch)
                {
                    counter.Round(row, target);
                    counter.Add(row);
                }

                await target.SaveChangesAsync(cancel);
                batch.Clear();
            }
        }

        public override async Task<TableCount> CountAsync(DbContext from, IEntityType table, CancellationToken cancel)
        {
            var counter = new RowCounter(table);
            await foreach (var row in All(from).AsAsyncEnumerable().WithCancellation(cancel))
                counter.Add(row);
            return counter.Result;
        }

        public override Task DeleteAsync(DbContext from, CancellationToken cancel) => All(from).ExecuteDeleteAsync(cancel);

        private static IQueryable<T> All(DbContext db) => db.Set<T>().IgnoreQueryFilters().AsNoTracking();
    }

    /// <summary>School and accounts of one database on one connection, in one transaction.</summary>
    private sealed class Snapshot : IAsyncDisposable
    {
        private readonly Engine.Storage.CaseFlowDb school;
        private readonly Accounts.AccountsDb accounts;
        private IDbContextTransaction? transaction;

        private Snapshot(Databases databases)
        {
            school = databases.Open();
            accounts = databases.OpenAccounts();
        }

        /// <summary>Every table; what a row refers to comes before it.</summary>
        public IEnumerable<(DbContext Context, IEntityType Table)> Tables =>
            new DbContext[] { school, accounts }.SelectMany(c => InOrder(c.Model).Select(t => (c, t)));

        public static async Task<Snapshot> OfAsync(Databases databases, CancellationToken cancel)
        {
            var snapshot = new Snapshot(databases);
            snapshot.accounts.Database.SetDbConnection(snapshot.school.Database.GetDbConnection());
            // On SQLite and SQL Server a serializable transaction reads as of one moment; PostgreSQL does so from repeatable read on.
            snapshot.transaction = await snapshot.school.Database.BeginTransactionAsync(
                databases.Provider == StorageProvider.PostgreSql ? IsolationLevel.RepeatableRead : IsolationLevel.Serializable, cancel);
            await snapshot.accounts.Database.UseTransactionAsync(snapshot.transaction.GetDbTransaction(), cancel);
            return snapshot;
        }

        public Task CommitAsync(CancellationToken cancel) => transaction!.CommitAsync(cancel);

        public async ValueTask DisposeAsync()
        {
            await accounts.DisposeAsync();
            if (transaction is not null)
                await transaction.DisposeAsync();
            await school.DisposeAsync();
        }

        private static List<IEntityType> InOrder(IModel model)
        {
            var sorted = new List<IEntityType>();
            foreach (var table in model.GetEntityTypes().Where(t => !t.IsOwned()).OrderBy(t => t.Name, StringComparer.Ordinal))
                Visit(table);
            return sorted;

            void Visit(IEntityType table)
            {
                foreach (var needed in table.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(t => t != table && !sorted.Contains(t)))
                    Visit(needed);
                if (!sorted.Contains(table))
                    sorted.Add(table);
            }
        }
    }
}
