using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Web.Backup;

/// <summary>What a table holds: how many rows, and the sum of their hashes, in which no order plays a part.</summary>
/// <param name="Digest">The sum modulo 2^128 of the first 16 bytes of each row's SHA-256, as hexadecimal digits.</param>
public sealed record TableCount(string Table, long Rows, string Digest);

/// <summary>Counts the rows of one table as they go by.</summary>
/// <remarks>Rows are hashed as the program's own values, so that the same row counts the same on every database.</remarks>
internal sealed class RowCounter(IEntityType table)
{
    private readonly IProperty[] columns = [.. table.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)];
    private UInt128 sum;
    private long rows;

    public TableCount Result => new(table.GetTableName()!, rows, sum.ToString("x32", null));

    public void Add(object row)
    {
        var text = new StringBuilder();
        foreach (var column in columns)
            text.Append(column.Name).Append('=').Append(Text(column.GetGetter().GetClrValue(row))).Append('\n');
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        sum += BinaryPrimitives.ReadUInt128BigEndian(hash);
        rows++;
    }

    /// <summary>Cuts instants to whole milliseconds, which every database keeps; the engine's own are so already.</summary>
    public void Round(object row, DbContext tracked)
    {
        foreach (var column in columns.Where(c => (Nullable.GetUnderlyingType(c.ClrType) ?? c.ClrType) == typeof(DateTimeOffset)))
        {
            if (column.GetGetter().GetClrValue(row) is DateTimeOffset at && at.Ticks % TimeSpan.TicksPerMillisecond is > 0 and var rest)
                tracked.Entry(row).Property(column.Name).CurrentValue = at.ToUniversalTime().AddTicks(-rest);
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        decimal d => d.ToString("0.#############################", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, value.GetType()),
    };
}
