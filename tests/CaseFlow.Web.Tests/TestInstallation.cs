using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests;

/// <summary>An installation on a fresh SQLite file with the rules of the repository, without web and without wall clock.</summary>
internal sealed class TestInstallation : IDisposable
{
    private static readonly Lazy<CarePolicy> Policy = new(() => CarePolicyFiles.Load(RulesFolder));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-test");
    private readonly SchoolId school = new(Guid.Parse("0190a000-0000-7000-8000-000000000001"));

    private readonly string? postgreSql;

    public TestInstallation()
        : this(null)
    {
    }

    private TestInstallation(string? postgreSql)
    {
        this.postgreSql = postgreSql;
        Clock = new StandingClock();
        Runtime = new CareRuntime(Open, Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Ids.Next, () => Policy.Value);
        using var db = Open();
        db.Database.Migrate();
        if (postgreSql is null)
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        Installation.EnsureSchool(db, Ids.Next).GetAwaiter().GetResult();
    }

    public static string Root { get; } = FindRoot();

    public static string RulesFolder => Path.Combine(Root, "rules");

    public StandingClock Clock { get; }

    public CareRuntime Runtime { get; }

    public string Folder => folder.FullName;

    public string Connection => $"Data Source={Path.Combine(Folder, "caseflow.db")}";

    /// <summary>The same on an empty database of a real PostgreSQL server.</summary>
    public static TestInstallation OnPostgreSql(string connection) => new(connection);

    public CaseFlowDb Open() => postgreSql is null
        ? new SqliteCaseFlowDb(new DbContextOptionsBuilder().UseSqlite(Connection).Options, school)
        : new PostgreSqlCaseFlowDb(new DbContextOptionsBuilder().UseNpgsql(postgreSql).Options, school);

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
