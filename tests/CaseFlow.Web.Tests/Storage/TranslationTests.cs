using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Demonstration;
using CaseFlow.Web.Feeds;
using CaseFlow.Web.Import;
using CaseFlow.Web.Pages.Calendars;
using CaseFlow.Web.Pages.Cases;
using CaseFlow.Web.Pages.Children;
using CaseFlow.Web.Pages.Escalations;
using CaseFlow.Web.Pages.Term;
using CaseFlow.Web.Pages.Today;
using CaseFlow.Web.Reports;
using CaseFlow.Web.Robots;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Visits;
using CaseFlow.Web.Tokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>
/// Whatever the engine asks SQLite in the life of a school, the two servers can be asked as well: each query of that life is kept as it
/// was written and translated once more for them, without a server.
/// </summary>
public sealed class TranslationTests
{
    [Fact]
    public async Task Every_query_of_the_engine_is_translated_for_each_server()
    {
        var keeper = new QueryKeeper();
        using (var installation = new TestInstallation(StorageProvider.Sqlite, null, keeper))
            await LiveAsync(installation);

        keeper.Queries.Count.ShouldBeGreaterThan(60, "the life asks much");
        foreach (var provider in new[] { StorageProvider.SqlServer, StorageProvider.PostgreSql })
        {
            using var db = new Databases(provider, "Server=nowhere").Open();
            keeper.Queries.SelectMany(q => Refused(db, q)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_query_that_a_server_cannot_be_asked_is_found_out()
    {
        using var db = new Databases(StorageProvider.SqlServer, "Server=nowhere").Open();

        Refused(db, db.Children.Where(c => IsOdd(c.Name)).Expression).ShouldHaveSingleItem();
    }

    private static bool IsOdd(string name) => name.Length % 2 == 1;

    /// <summary>Files, screening, people, clock, parameters, backtest, hand-over, explanations, verification.</summary>
    private static async Task LiveAsync(TestInstallation installation)
    {
        var runtime = installation.Runtime;
        var (_, day) = await StorageSuite.ScreenedAsync(installation);
        installation.Clock.Now = ScreeningMoment.EndOf(day, await TimeAsync(installation)).Now;
        var (child, owner) = await StorageSuite.SomeCaseAsync(installation);
        var actions = new CareActions(runtime, new Desk(runtime), new SchoolScreening(runtime));
        var who = new SignedIn(owner.Staff!.Value, new HashSet<string> { Roles.Counselor });
        (await actions.ObserveAsync(who, child, day, "withdrawn", 2, null)).Refusal.ShouldBeNull();
        using (var db = installation.Open())
        {
            var seen = await db.Observations.FirstAsync(o => o.ChildId == child && o.RecordedBy == owner.Staff);
            (await actions.WithdrawAsync(who, child, new WithdrawSignal(SignalKind.Observation, seen.Id, seen.Date, "记错了孩子"))).Refusal.ShouldBeNull();
        }

        var claims = new WorkClaims(installation.Open, installation.Clock, Ids.Next);
        await claims.DoAsync(SharedWork.Sweep, held => new DueSweep(runtime).RunAsync(runtime.Now.AddDays(20), held));
        await claims.DoAsync(SharedWork.Outbox, held => new OutboxDelivery(runtime).RunAsync(held));
        await PeopleChangeAsync(installation);
        await RulesAsync(installation, day);
        await new RuleExplanations(runtime).OfAsync(await SomeStudentAsync(installation), time => ScreeningMoment.EndOf(day, time));
        using (var db = installation.Open())
            (await TermReport.MakeAsync(runtime, db, null, false)).ShouldNotBeNull();
        await new DailyDigest(runtime).RunAsync();
        await AtTheEdgeAsync(installation, who, day);
        (await installation.ScreenAsync(day.AddDays(3))).ShouldNotBeNull();
        (await installation.VerifyAsync()).Ok.ShouldBeTrue();
    }

    /// <summary>What pages ask by themselves.</summary>
    private static async Task AtTheEdgeAsync(TestInstallation installation, SignedIn who, DateOnly day)
    {
        using var db = installation.Open();
        (await Unseen.LongestAsync(db, who, day, 5)).ShouldNotBeEmpty();
        foreach (var reader in new[] { who, new SignedIn(who.Staff, new HashSet<string> { Roles.Helper }) })
        {
            var lists = await CaseLists.OpenAsync(db, installation.Runtime, reader);
            await lists.DueAsync(who.Staff, day, 5);
            await lists.WatchedAsync(0, 5);
            await lists.CountWatchedAsync();
            await lists.ByStageAsync(new CaseFilter());
            await lists.PageAsync(new CaseFilter(who.Staff, "review", 2), 5, 5);
            await lists.PageAsync(new CaseFilter(), 0, 5);
            await lists.CountAsync(new CaseFilter(Workflow: "none"));
            await lists.CountAsync(new CaseFilter(who.Staff, "review", 2, "none", Open: null));
            await Queue.LoadAsync(db, installation.Runtime, reader);
            var passage = await PassageFigures.OpenAsync(installation.Runtime, db, reader, day.AddDays(-20), day);
            await passage.CountAsync(day);
            foreach (var figure in PassageFigures.For(reader))
                await FigurePage.LoadAsync(db, passage.Rows(figure)!, passage.Time, null);
        }

        var seen = await db.Children.AsNoTracking().FirstAsync(c => db.ExamResults.Any(r => r.ChildId == c.Id));
        var file = await ChildFile.LoadAsync(db, installation.Runtime, who, seen.Id);
        (await ChildPicture.OfAsync(db, file.ShouldNotBeNull())).IsEmpty.ShouldBeFalse();
        (await ListedSignal.AllAsync(db, file, wholeYear: true)).ShouldNotBeEmpty();
        await new RuleRecords(installation.Runtime).FlagsOf(db, "absence-unexcused", RecordFigure.Confirmed, new DateOnly(day.Year, day.Month, 1)).CountAsync();
        var numbers = (await TermFigures.OpenAsync(installation.Runtime, db, null)).ShouldNotBeNull();
        foreach (var figure in Figure.OfTerm.Concat(Figure.Others))
            await FigurePage.LoadAsync(db, numbers.Rows(figure.Id).ShouldNotBeNull(), numbers.Time, null);
        foreach (var about in new[] { TermFigures.CasesOf, TermFigures.TasksOf, TermFigures.LateOf, TermFigures.PendingOf, TermFigures.PairedWith, TermFigures.HandedOver })
            await FigurePage.LoadAsync(db, numbers.Rows(about, $"{who.Staff.Value}").ShouldNotBeNull(), numbers.Time, null);
        var visit = await db.Tasks.FirstAsync(t => t.Kind == TaskKind.HomeVisit);
        (await PaperVisits.FindAsync(db, installation.Runtime, who, VisitCode.Of(visit.ChildId, visit.No))).Refusal.ShouldNotBe(VisitRefusals.Mistyped);
        await PaperVisits.OfWeekAsync(db, who, who.Staff, day, day);
        (await SchoolDays.SetAsync(db, day.AddDays(40), day.AddDays(41), Engine.Calendar.DayKind.Holiday, null, default)).ShouldBeNull();
        var uploads = new Uploads(installation.Runtime, installation.Clock);
        var kept = await uploads.KeepAsync(who.Staff, [new SchoolFile("calendar.csv", () => new MemoryStream("date,kind\n"u8.ToArray()))], default);
        var upload = await db.Uploads.AsNoTracking().SingleAsync(u => u.Id == kept);
        (await uploads.LookAsync(upload, default)).Ok.ShouldBeTrue();
        (await uploads.ImportAsync(upload, default)).Ok.ShouldBeTrue();
        await uploads.LeaveAsync(kept, default);
        var tokens = new ApiTokens(installation.Runtime);
        var admin = new SignedIn(who.Staff, new HashSet<string> { Roles.Administrator });
        var (token, _) = await tokens.MakeAsync(admin, new TokenWish("教务系统", OtherSystem.Scopes, day.AddDays(1)));
        var used = await tokens.UseAsync(token.ShouldNotBeNull());
        (await tokens.RevokeAsync(admin, used.ShouldNotBeNull().Id.Value)).ShouldBeNull();
        (await StaffNames.LoadAsync(db)).Of(used.Id).ShouldBe("教务系统");
        await RobotsAsync(installation, admin);
        await TaskCalendar.OfAsync(db, who, "en", installation.Clock.Now);
        await TaskCalendar.OfAsync(db, new SignedIn(who.Staff, new HashSet<string> { Roles.Helper }), "en", installation.Clock.Now);
        kept = await uploads.KeepAsync(who.Staff, [new SchoolFile("期中.csv", () => new MemoryStream("姓名,学号,语文\n"u8.ToArray()))], default);
        upload = await db.Uploads.AsNoTracking().SingleAsync(u => u.Id == kept);
        await uploads.MapAsync(kept, (await uploads.SheetAsync(upload, 1, null, default)).ShouldNotBeNull(), who.Staff, null, default);
    }

    /// <summary>A robot at an address that leads nowhere: what is asked is asked before and after that is found out.</summary>
    private static async Task RobotsAsync(TestInstallation installation, SignedIn admin)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(installation.Runtime);
        RobotSetUp.Add(services);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        using var provider = services.BuildServiceProvider();
        var book = provider.GetRequiredService<RobotBook>();
        (await book.AddAsync(admin, new RobotWish(
            "校办群", RobotKind.WeCom, "https://127.0.0.1:1/robot", null, "https://school.example", "zh-CN", Happening.All))).ShouldBeNull();
        await new DailyDigest(installation.Runtime).RunAsync();
        await provider.GetRequiredService<RobotDelivery>().RunAsync();
        using var db = installation.Open();
        await book.RemoveAsync(admin, await db.Robots.Select(r => r.Id).SingleAsync());
    }

    private static async Task<string> SomeStudentAsync(TestInstallation installation)
    {
        using var db = installation.Open();
        return await db.Children.Select(c => c.StudentNo).FirstAsync();
    }

    private static async Task PeopleChangeAsync(TestInstallation installation)
    {
        using var db = installation.Open();
        var staff = await db.Staff.ToListAsync();
        var head = staff.First(s => s.Has(Roles.HeadTeacher)).Id;
        var counselor = staff.First(s => s.Has(Roles.Counselor)).Id;
        var now = installation.Runtime.Now;
        await new Delegating(installation.Runtime).MakeAsync(head, counselor, now, now.AddDays(1), null);
        await new Delegating(installation.Runtime).EndAsync(head, await db.Delegations.Select(d => d.Id).FirstAsync());
        var handing = new HandingOver(installation.Runtime);
        var (begun, _) = await handing.StartAsync(counselor, staff.First(s => s.Id != counselor && s.Has(Roles.ClassTeacher)).Id, "调离", head);
        if (begun is not null)
            await handing.GoOnAsync(begun.Id);
    }

    private static async Task RulesAsync(TestInstallation installation, DateOnly day)
    {
        var runtime = installation.Runtime;
        var parameter = new ParameterSetting("absence-unexcused", "days", "3");
        await new ParameterChanges(runtime).SetAsync(new SetParameters([parameter], "试行"), default);
        await new ParameterChanges(runtime).HistoryAsync();
        await new RuleFileHistory(runtime).KeepAsync();
        var runs = new BacktestRuns(runtime, new Backtest(runtime), TimeProvider.System);
        await runs.AskAsync(new BacktestQuestion(day.AddDays(-5), day), new BacktestTrial([parameter]), default, day.AddDays(1));
        (await runs.DoNextAsync()).ShouldBeTrue();
        foreach (var record in await new RuleRecords(runtime).AllAsync())
            await new RuleRecords(runtime).ByMonthAsync(record.Rule);
    }

    private static async Task<Engine.Calendar.SchoolTime> TimeAsync(TestInstallation installation)
    {
        using var db = installation.Open();
        return (await SchoolOnFile.WithoutLoadsAsync(installation.Runtime, db)).Time;
    }

    /// <summary>What the provider says against a query; nothing where it can translate it.</summary>
    private static IEnumerable<string> Refused(CaseFlowDb db, Expression query)
    {
        var here = new OtherModel(db).Visit(query)!;
        var result = here.Type.IsAssignableTo(typeof(IQueryable)) ? typeof(IEnumerable<>).MakeGenericType(here.Type.GetGenericArguments()[0]) : here.Type;
        var compile = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!.MakeGenericMethod(result);
        string? refusal = null;
        try
        {
            compile.Invoke(db.GetService<IDatabase>(), [here, false]);
        }
        catch (TargetInvocationException e)
        {
            refusal = $"{db.Database.ProviderName}: {e.InnerException!.Message}: {query}";
        }

        return refusal is null ? [] : [refusal];
    }

    /// <summary>Keeps each query as the engine wrote it.</summary>
    private sealed class QueryKeeper : IQueryExpressionInterceptor
    {
        public ConcurrentBag<Expression> Queries { get; } = [];

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            Queries.Add(queryExpression);
            return queryExpression;
        }
    }

    /// <summary>The same query over the tables of another model.</summary>
    private sealed class OtherModel(CaseFlowDb db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? root.UpdateEntityType(db.Model.FindEntityType(root.EntityType.ClrType)!)
            : base.VisitExtension(node);
    }
}
