using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Api;
using CaseFlow.Web.Import;
using CaseFlow.Web.Demonstration;
using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseFlow.Web.Tests.Api;

/// <summary>The API alone, on a database of its own: one for each test class.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    /// <summary>A Monday at ten in the morning.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"caseflow-api-{Path.GetRandomFileName()}.db");
    private readonly SchoolId school = new(Ids.Next());
    private int children;
    private WebApplication? app;

    public DateOnly Today { get; } = new(2026, 3, 2);

    public DateTimeOffset Now => Start;

    public IServiceProvider Services => app!.Services;

    public StaffMember Counselor { get; private set; } = null!;

    public StaffMember HeadTeacher { get; private set; } = null!;

    public StaffMember TeacherOfOne { get; private set; } = null!;

    public StaffMember TeacherOfTwo { get; private set; } = null!;

    public StaffMember Helper { get; private set; } = null!;

    public StaffMember EducationOffice { get; private set; } = null!;

    public StaffMember Administrator { get; private set; } = null!;

    private ClassId ClassOne { get; } = new(Ids.Next());

    private ClassId ClassTwo { get; } = new(Ids.Next());

    /// <summary>Where answers of the database can be made to get lost.</summary>
    public LostAnswers Lost { get; } = new();

    public CaseFlowDb Open() =>
        new SqliteCaseFlowDb(new DbContextOptionsBuilder().UseSqlite($"Data Source={file};Pooling=False").AddInterceptors(Lost).Options, school);

    public async Task InitializeAsync()
    {
        using (var db = Open())
        {
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
            db.Schools.Add(new School { Id = school, Name = "测试学校" });
            Counselor = Employ(db, "T01", "周心理", Roles.Counselor);
            HeadTeacher = Employ(db, "T02", "郑校长", Roles.HeadTeacher);
            TeacherOfOne = Employ(db, "T03", "王老师", Roles.ClassTeacher);
            TeacherOfTwo = Employ(db, "T04", "李老师", Roles.ClassTeacher);
            Helper = Employ(db, "T05", "陈老师", Roles.Helper);
            EducationOffice = Employ(db, "T06", "教育办", Roles.EducationOffice);
            Administrator = Employ(db, "T07", "管理员", Roles.Administrator);
            db.Classes.Add(new ClassRoom { Id = ClassOne, SchoolId = school, Name = "三(1)班", ClassTeacherId = TeacherOfOne.Id });
            db.Classes.Add(new ClassRoom { Id = ClassTwo, SchoolId = school, Name = "三(2)班", ClassTeacherId = TeacherOfTwo.Id });
            await db.SaveChangesAsync();
        }

        app = Build();
        await app.StartAsync();
    }

    /// <summary>A child of the first class.</summary>
    public async Task<Child> ChildAsync(StaffMember? helper = null)
    {
        using var db = Open();
        var no = Interlocked.Increment(ref children);
        var child = new Child
        {
            Id = new ChildId(Ids.Next()),
            SchoolId = school,
            StudentNo = $"S{no:000}",
            Name = $"学生{no}",
            ClassId = ClassOne,
            EnrolledOn = new DateOnly(2025, 9, 1),
            HelperId = helper?.Id,
        };
        db.Children.Add(child);
        await db.SaveChangesAsync();
        return child;
    }

    /// <summary>Puts a child into a class that is not on file, where it cannot be screened; or back into its own.</summary>
    public async Task PlaceAsync(Child child, bool onFile)
    {
        using var db = Open();
        var room = onFile ? ClassOne : new ClassId(Ids.Next());
        await db.Children.Where(c => c.Id == child.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.ClassId, room));
    }

    /// <summary>A client in somebody's name; nobody's without one.</summary>
    public HttpClient As(StaffMember? who)
    {
        var client = app!.GetTestClient();
        if (who is not null)
        {
            client.DefaultRequestHeaders.Add(TestSignIn.Staff, who.Id.Value.ToString());
            client.DefaultRequestHeaders.Add(TestSignIn.Roles, string.Join(',', who.Roles));
        }

        return client;
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        foreach (var part in new[] { "", "-wal", "-shm" })
            File.Delete(file + part);
    }

    private StaffMember Employ(CaseFlowDb db, string no, string name, string role)
    {
        var member = new StaffMember { Id = new StaffId(Ids.Next()), SchoolId = school, StaffNo = no, Name = name, Roles = [role] };
        db.Staff.Add(member);
        return member;
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var policy = new CurrentPolicy(
            Path.Combine(AppContext.BaseDirectory, "rules"), Open, TimeProvider.System, NullLogger<CurrentPolicy>.Instance);
        builder.Services.AddSingleton(new CareRuntime(
            Open, new StandingClock(Start), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Guid.CreateVersion7, policy.Get));
        builder.Services.AddSingleton(policy);
        builder.Services.AddSingleton<ParameterChanges>();
        builder.Services.AddSingleton<Backtest>();
        builder.Services.AddSingleton(s => new BacktestRuns(s.GetRequiredService<CareRuntime>(), s.GetRequiredService<Backtest>(), TimeProvider.System));
        builder.Services.AddSingleton<RuleActions>();
        builder.Services.AddSingleton<RuleRecords>();
        builder.Services.AddSingleton<RuleExplanations>();
        builder.Services.AddSingleton<Desk>();
        builder.Services.AddSingleton(s => new Uploads(s.GetRequiredService<CareRuntime>(), s.GetRequiredService<CareRuntime>().Clock));
        builder.Services.AddSingleton<SchoolScreening>();
        builder.Services.AddSingleton<CareActions>();
        builder.Services.AddSingleton<HandingOver>();
        builder.Services.AddSingleton<Delegating>();
        builder.Services.AddSingleton<PassingTime>();
        builder.Services.AddAuthentication(TestSignIn.Scheme_).AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme_, null);
        CareApi.AddServices(builder.Services);
        var built = builder.Build();
        CareApi.Map(built);
        return built;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
