using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Import;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Web.Tests;

/// <summary>An installation on a fresh SQLite file with the rules of the repository, without web and without wall clock.</summary>
internal sealed class TestInstallation : IDisposable
{
    private static readonly Lazy<CarePolicy> Policy = new(() => CarePolicyFiles.Load(RulesFolder));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-test");
    private readonly SchoolId school = new(Guid.Parse("0190a000-0000-7000-8000-000000000001"));

    private readonly Databases databases;
    private readonly IInterceptor[] interceptors;

    public TestInstallation()
        : this(StorageProvider.Sqlite, null)
    {
    }

    /// <param name="connection">An empty database of that provider; null for a SQLite file of its own.</param>
    public TestInstallation(StorageProvider provider, string? connection, params IInterceptor[] interceptors)
    {
        this.interceptors = interceptors;
        databases = new Databases(provider, connection ?? Connection);
        Clock = new StandingClock();
        Runtime = new CareRuntime(Open, Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Ids.Next, () => Policy.Value);
        using var db = Open();
        db.Database.Migrate();
        if (provider == StorageProvider.Sqlite)
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        Installation.EnsureSchool(db, Ids.Next).GetAwaiter().GetResult();
    }

    public static string Root { get; } = FindRoot();

    public static string RulesFolder => Path.Combine(Root, "rules");

    public StandingClock Clock { get; }

    public CareRuntime Runtime { get; }

    public string Folder => folder.FullName;

    public string Connection => $"Data Source={Path.Combine(Folder, "caseflow.db")}";

    public CaseFlowDb Open()
    {
        var options = databases.Options(new DbContextOptionsBuilder()).AddInterceptors(interceptors).Options;
        return databases.Provider switch
        {
            StorageProvider.SqlServer => new SqlServerCaseFlowDb(options, school),
            StorageProvider.PostgreSql => new PostgreSqlCaseFlowDb(options, school),
            _ => new SqliteCaseFlowDb(options, school),
        };
    }

    public async Task<ImportReport> ImportAsync(string from)
    {
        using var db = Open();
        return await new SchoolImport(db, Clock, Ids.Next).Folder(from);
    }

    /// <summary>Screens as <c>screen --as-of</c> with a date alone.</summary>
    public Task<ScreeningReport> ScreenAsync(DateOnly day) => new SchoolScreening(Runtime).RunAsync(time => ScreeningMoment.EndOf(day, time));

    public Task<VerificationReport> VerifyAsync() => new Verification(Runtime).RunAsync();

    public void Dispose()
    {
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(Connection))
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        folder.Delete(recursive: true);
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CaseFlow.sln")))
            at = at.Parent ?? throw new InvalidOperationException("the solution is not above the tests");
        return at.FullName;
    }
}

/// <summary>A clock that stands where a test puts it.</summary>
internal sealed class StandingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
