using System.Text;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Import;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Import;

/// <summary>A school on an empty database in memory, into which tests import files that they write as text.</summary>
public sealed class ImportedSchool : IDisposable
{
    public const string Students = "student_no,name,sex,class\nS001,甲一,F,一班\nS002,乙二,M,一班\n";

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly Clock clock = new();
    private int ids;

    public ImportedSchool()
    {
        connection.Open();
        Db = New();
        Db.Database.EnsureCreated();
    }

    /// <summary>The context that imports; <see cref="New"/> gives one that has seen nothing yet.</summary>
    public CaseFlowDb Db { get; }

    public DateTimeOffset Now
    {
        get => clock.Now;
        set => clock.Now = value;
    }

    public CaseFlowDb New() => new(
        new DbContextOptionsBuilder<CaseFlowDb>().UseSqlite(connection).Options,
        new SchoolId(new Guid("00000000-0000-7000-8000-000000000001")));

    public Task<ImportReport> Import(params (string Name, string Text)[] files) => Import(null, files);

    public Task<ImportReport> Import(ImportOptions? options, params (string Name, string Text)[] files) =>
        ImportBytes(options, [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    public Task<ImportReport> ImportBytes(ImportOptions? options, params (string Name, byte[] Bytes)[] files) =>
        Importer().Files([.. files.Select(f => new SchoolFile(f.Name, () => new MemoryStream(f.Bytes)))], options);

    public Task<ImportReport> ImportFolder(string folder, ImportOptions? options = null) => Importer().Folder(folder, options);

    /// <summary>Imports students S001 and S002 of class 一班.</summary>
    public async Task<ImportedSchool> WithStudents()
    {
        (await Import(("students.csv", Students))).Ok.ShouldBeTrue();
        return this;
    }

    /// <summary>All rows of all tables that an import writes, in words, to compare before and after.</summary>
    public string Everything()
    {
        using var db = New();
        List<string> rows = [];
        foreach (var type in db.Model.GetEntityTypes())
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{type.GetTableName()}\"";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}");
                rows.Add($"{type.ClrType.Name}|{string.Join('|', cells)}");
            }
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        Db.Dispose();
        connection.Dispose();
    }

    internal SchoolImport Importer() => new(Db, clock, () => new Guid($"00000000-0000-7000-8000-{++ids + 1000:D12}"));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
