using System.Data.Common;
using System.Globalization;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Storage;

/// <summary>Reads columns of a query's result as its provider stores them, without making entities: for the rows that come by the million.</summary>
/// <remarks>The text of the query is EF's own, so that every provider gets its own.</remarks>
internal abstract class StoredColumns
{
    private static readonly StoredColumns OfSqlite = new SqliteColumns();
    private static readonly StoredColumns OfServers = new TypedColumns();

    public static StoredColumns Of(CaseFlowDb db) => db.Database.IsSqlite() ? OfSqlite : OfServers;

    /// <summary>Gives each row of the query to <paramref name="take"/>; columns are in the order in which it selects them.</summary>
    public static async Task ReadAsync(CaseFlowDb db, IQueryable query, Action<DbDataReader> take, CancellationToken cancel)
    {
        using var command = query.CreateDbCommand();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                take(rows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public abstract ChildId Child(DbDataReader row, int column);

    public abstract DateOnly Date(DbDataReader row, int column);

    /// <summary>A decimal of at most two places, times a hundred.</summary>
    public abstract long Hundredths(DbDataReader row, int column);

    public static int? MaybeInt(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>Ids are 16 bytes, dates and decimals are text: see <see cref="Conversions"/>.</summary>
    private sealed class SqliteColumns : StoredColumns
    {
        public override ChildId Child(DbDataReader row, int column) => new(new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true));

        public override DateOnly Date(DbDataReader row, int column)
        {
            var text = row.GetString(column);
            return text is [var a, var b, var c, var d, '-', var e, var f, '-', var g, var h]
                ? new DateOnly((((((a - '0') * 10) + b - '0') * 10 + c - '0') * 10) + d - '0', ((e - '0') * 10) + f - '0', ((g - '0') * 10) + h - '0')
                : throw new FormatException($"'{text}' is not a date");
        }

        public override long Hundredths(DbDataReader row, int column)
        {
            var text = row.GetString(column);
            return text is [.. var whole, '.', var tenths] && long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var points)
                ? (points * 100) + ((tenths - '0') * 10)
                : (long)(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) * 100);
        }
    }

    private sealed class TypedColumns : StoredColumns
    {
        public override ChildId Child(DbDataReader row, int column) => new(row.GetGuid(column));

        public override DateOnly Date(DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

        public override long Hundredths(DbDataReader row, int column) => (long)(row.GetDecimal(column) * 100);
    }
}
