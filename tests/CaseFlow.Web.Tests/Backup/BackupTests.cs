using System.IO.Compression;
using System.Text.Json;
using CaseFlow.TestSchools;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Backup;

/// <summary>Backup, restore and move as an administrator calls them, on real databases.</summary>
public sealed class BackupTests(DatabaseServers servers) : IClassFixture<DatabaseServers>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_backup_of_a_lived_in_school_comes_back_on_sqlite_the_same(StorageProvider database)
    {
        var old = await LivedInAsync(database);
        var there = Settings("fresh", StorageProvider.Sqlite);

        var (made, _) = await RunAsync(old, "backup", File("copy.zip"));
        var (restored, report) = await RunAsync(there, "restore", File("copy.zip"));

        made.ShouldBe(0);
        restored.ShouldBe(0);
        report.GetProperty("rows").GetInt64().ShouldBeGreaterThan(300);
        (await RunAsync(there, "verify")).Code.ShouldBe(0);
        (await CountsAsync(there)).ShouldBe(await CountsAsync(old));
        (await RunAsync(there, "screen", "--as-of", "2025-03-03")).Document.GetProperty("casesOpened").GetArrayLength().ShouldBe(0, "nothing is new there");
        System.IO.File.Exists(Path.Combine(folder.Path, "fresh", "restored-rules", "escalation.yaml")).ShouldBeTrue();
    }

    [Theory]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_backup_from_sqlite_comes_back_on_another_database(StorageProvider database)
    {
        var old = await LivedInAsync(StorageProvider.Sqlite);
        var there = Settings("server", database);

        await RunAsync(old, "backup", File("copy.zip"));

        (await RunAsync(there, "restore", File("copy.zip"))).Code.ShouldBe(0);
        (await RunAsync(there, "verify")).Code.ShouldBe(0);
        (await CountsAsync(there)).ShouldBe(await CountsAsync(old));
    }

    [Theory]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task An_installation_moves_to_another_database_and_goes_on_there(StorageProvider database)
    {
        var old = await LivedInAsync(StorageProvider.Sqlite);
        var there = Settings("moved", database);
        var connection = there.Single(s => s.StartsWith("--ConnectionStrings", StringComparison.Ordinal)).Split('=', 2)[1];

        (await RunAsync(old, "move", "--to", $"{database}", "--connection", connection)).Code.ShouldBe(0);

        (await RunAsync(there, "work", "--as-of", "2025-03-20")).Code.ShouldBe(0);
        (await RunAsync(there, "verify")).Code.ShouldBe(0);
        (await RunAsync(old, "move", "--to", $"{database}", "--connection", connection)).Code.ShouldBe(1, "it is not empty any more");
    }

    [Fact]
    public async Task A_restore_over_children_is_refused_and_changes_nothing()
    {
        var old = await LivedInAsync(StorageProvider.Sqlite);
        await RunAsync(old, "backup", File("copy.zip"));
        await RunAsync(old, "work", "--as-of", "2025-03-20");
        var before = await CountsAsync(old);

        (await RunAsync(old, "restore", File("copy.zip"))).Code.ShouldBe(1);

        (await CountsAsync(old)).ShouldBe(before);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_leaves_the_database_empty()
    {
        await RunAsync(await LivedInAsync(StorageProvider.Sqlite), "backup", File("copy.zip"));
        using (var zip = ZipFile.Open(File("copy.zip"), ZipArchiveMode.Update))
        {
            using var inside = zip.GetEntry("caseflow.db")!.Open();
            inside.Seek(20_000, SeekOrigin.Begin);
            inside.WriteByte(255);
        }

        var there = Settings("fresh", StorageProvider.Sqlite);

        (await RunAsync(there, "restore", File("copy.zip"))).Code.ShouldBe(1);
        (await CountsAsync(there)).ShouldStartWith("0 ");
    }

    [Fact]
    public async Task A_backup_taken_while_others_write_is_whole()
    {
        var old = await LivedInAsync(StorageProvider.Sqlite);

        var backups = Enumerable.Range(1, 3).Select(i => RunAsync(old, "backup", File($"copy{i}.zip")));
        var work = RunAsync(old, "work", "--as-of", "2025-04-20");
        var codes = (await Task.WhenAll(backups)).Select(b => b.Code);

        codes.ShouldAllBe(c => c == 0);
        (await work).Code.ShouldBe(0);
    }

    private async Task<string[]> LivedInAsync(StorageProvider database)
    {
        var settings = Settings($"old{database}", database);
        var files = Path.Combine(folder.Path, "files");
        SchoolFiles.Write(RandomSchool.Make(7, RandomSchoolSize.Tiny), files);
        (await RunAsync(settings, "migrate")).Code.ShouldBe(0);
        (await RunAsync(settings, "import", files)).Code.ShouldBe(0);
        (await RunAsync(settings, "screen", "--as-of", "2025-03-03")).Code.ShouldBe(0);
        (await RunAsync(settings, "work", "--as-of", "2025-03-10")).Code.ShouldBe(0);
        return settings;
    }

    private string[] Settings(string name, StorageProvider database)
    {
        var data = Path.Combine(folder.Path, name);
        string[] settings = [$"--Data:Folder={data}", $"--Rules:Folder={TestInstallation.RulesFolder}", $"--Storage:Provider={database}"];
        return database == StorageProvider.Sqlite
            ? settings
            : [.. settings, $"--ConnectionStrings:CaseFlow={servers.NewDatabase(database)}"];
    }

    private string File(string name) => Path.Combine(folder.Path, name);

    /// <summary>Children, journal rows, tasks and messages.</summary>
    private static async Task<string> CountsAsync(string[] settings)
    {
        await using var services = CaseFlowHost.Builder(settings).Services.BuildServiceProvider();
        await services.GetRequiredService<Databases>().MigrateAsync();
        using var db = services.GetRequiredService<Databases>().Open();
        return string.Join(' ', [
            await db.Children.IgnoreQueryFilters().CountAsync(), await db.Journal.IgnoreQueryFilters().CountAsync(),
            await db.Tasks.IgnoreQueryFilters().CountAsync(), await db.Notices.IgnoreQueryFilters().CountAsync(),
        ]);
    }

    private static async Task<(int Code, JsonElement Document)> RunAsync(string[] settings, params string[] verb)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CaseFlow.Web.Verbs.CommandLine.RunAsync([.. verb, "--json", .. settings], output, error);
        return (code, output.ToString() is { Length: > 0 } text ? JsonDocument.Parse(text).RootElement : default);
    }
}
