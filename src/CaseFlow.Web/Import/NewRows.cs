using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Web.Import;

/// <summary>Inserts many new rows of one table with plain SQL that every database has: tracking each of half a million costs far more.</summary>
/// <remarks>Names, columns and conversions are those of the model. Runs in the context's open transaction.</remarks>
internal static class NewRows
{
    /// <summary>SQL Server takes 2,100 parameters in a command; SQLite looks each up by name among all, so that fewer are faster.</summary>
    private const int MostParameters = 100;

    public static async Task Insert<T>(DbContext db, IReadOnlyList<T> rows, CancellationToken stop)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        List<IProperty> columns = [.. type.GetProperties()];
        var names = db.GetService<ISqlGenerationHelper>();
        var head = $"INSERT INTO {names.DelimitIdentifier(table.Name, table.Schema)} "
            + $"({string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.GetColumnName(table)!)))}) VALUES ";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var part in rows.Chunk(MostParameters / columns.Count))
        {
            var text = head + Places(part.Length, columns.Count);
            if (command.CommandText != text)
                command.CommandText = text;
            Fill(command, columns, part);
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private static string Places(int rows, int columns) => string.Join(
        ", ",
        Enumerable.Range(0, rows).Select(r => $"({string.Join(", ", Enumerable.Range(r * columns, columns).Select(Name))})"));

    private static void Fill<T>(DbCommand command, List<IProperty> columns, T[] rows)
        where T : class
    {
        command.Parameters.Clear();
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                var value = column.GetGetter().GetClrValue(row);
                command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, Name(command.Parameters.Count), value, column.IsNullable));
            }
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");
}
