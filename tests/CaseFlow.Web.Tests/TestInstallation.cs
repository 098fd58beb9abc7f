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

    public TestInstallation(TimeProvider? clock = null)
    {
        Clock = clock as StandingClock ?? new StandingClock();
        Runtime = new CareRuntime(Open, Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Guid.CreateVersion7, () => Policy.Value);
        using var db = Open();
        db.Database.Migrate();
        Installation.EnsureSchool(db, Guid.CreateVersion7).GetAwaiter().GetResult();
    }

    public static string Root { get; } = FindRoot();

    public static string RulesFolder => Path.Combine(Root, "rules");

    public StandingClock Clock { get; }

    public CareRuntime Runtime { get; }

    public string Folder => folder.FullName;

    public CaseFlowDb Open() => new SqliteCaseFlowDb(
        new DbContextOptionsBuilder().UseSqlite($"Data Source={Path.Combine(Folder, "caseflow.db")};Pooling=False").Options, school);

    public async Task<ImportReport> ImportAsync(string from)
    {
        using var db = Open();
        return await new SchoolImport(db, Clock, Guid.CreateVersion7).Folder(from);
    }

    /// <summary>Screens as <c>screen --as-of</c> with a date alone.</summary>
    public Task<ScreeningReport> ScreenAsync(DateOnly day) => new SchoolScreening(Runtime).RunAsync(time => ScreeningMoment.EndOf(day, time));

    public Task<VerificationReport> VerifyAsync() => new Verification(Runtime).RunAsync();

    public void Dispose() => folder.Delete(recursive: true);

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
