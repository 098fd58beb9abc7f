using System.Net;
using System.Text.Json;
using System.Web;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Robots;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Robots;

/// <summary>Robots in chat groups are told of what waits, in numbers.</summary>
public sealed class RobotTests : IAsyncLifetime
{
    private static readonly SignedIn Admin = new(new StaffId(Ids.Next()), new HashSet<string> { Roles.Administrator });

    private readonly TestInstallation installation = new();
    private readonly StandingClock real = new();
    private ChatServer chat = null!;
    private ServiceProvider services = null!;

    private RobotBook Book => services.GetRequiredService<RobotBook>();

    public async Task InitializeAsync()
    {
        chat = await ChatServer.StartAsync();
        services = Services(new RobotSettings { AllowPrivateAddresses = true });
        var (_, day) = await StorageSuite.ScreenedAsync(installation);
        installation.Clock.Now = new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await chat.DisposeAsync();
        installation.Dispose();
    }

    [Fact]
    public async Task What_happened_once_is_said_once_in_a_number_and_a_link()
    {
        await AddAsync(Wish(Happening.Emergency));
        await EmergencyAsync("e1");
        await EmergencyAsync("e2");

        await RunAsync();
        await RunAsync();

        var said = chat.Messages.ShouldHaveSingleItem();
        var content = Content(said);
        using var db = installation.Open();
        var pending = await db.Escalations.CountAsync(e => e.Status == EscalationStatus.Pending && e.Emergency);
        content.ShouldBe($"【CaseFlow】紧急：有 {pending} 件紧急上报等待决定，请立即登录处理。https://school.example/escalations");
        foreach (var child in await db.Children.ToListAsync())
        {
            said.Body.ShouldNotContain(child.Name);
            said.Body.ShouldNotContain(child.StudentNo);
            (said.Body + said.Address + said.Key).ShouldNotContain(child.Id.Value.ToString("N"));
        }

        (await db.Robots.SingleAsync()).LastSentAt.ShouldBe(installation.Clock.Now);
        await EmergencyAsync("e3");
        await RunAsync();
        chat.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_fails_is_shown_put_off_and_tried_again_under_the_same_key()
    {
        await AddAsync(Wish(Happening.Emergency));
        await EmergencyAsync("e1");
        chat.Answer = http => http.Response.WriteAsync("""{"errcode":45009,"errmsg":"too many"}""");

        await RunAsync();
        await RunAsync();

        chat.Messages.Count.ShouldBe(1, "not before the pause is over");
        using var db = installation.Open();
        (await db.Robots.AsNoTracking().SingleAsync()).LastFailure.ShouldBe("refused:45009");
        chat.Answer = ChatServer.Taken;
        real.Now += TimeSpan.FromMinutes(1);
        await RunAsync();
        chat.Messages.Select(m => m.Key).Distinct().Count().ShouldBe(1);
        chat.Messages.Count.ShouldBe(2);
        (await db.Robots.AsNoTracking().SingleAsync()).LastFailure.ShouldBeNull();
        real.Now += TimeSpan.FromHours(2);
        await RunAsync();
        chat.Messages.Count.ShouldBe(2, "it is done");
    }

    [Fact]
    public async Task What_waits_no_more_is_not_said()
    {
        await AddAsync(Wish(Happening.Emergency));
        await EmergencyAsync("e1");
        using var db = installation.Open();
        await db.Escalations.ExecuteUpdateAsync(s => s.SetProperty(e => e.Status, EscalationStatus.Approved));

        await RunAsync();

        chat.Messages.ShouldBeEmpty();
        (await db.RobotMessages.CountAsync(m => m.DoneAt == null)).ShouldBe(0);
    }

    [Fact]
    public async Task The_morning_says_how_much_waits_and_how_many_visits_are_due_tomorrow()
    {
        await AddAsync(Wish(Happening.Waiting, Happening.Visits) with { Language = "en" });
        using var db = installation.Open();
        var time = (await SchoolOnFile.LoadAsync(db, installation.Runtime.Zone)).Time;
        var day = Enumerable.Range(1, 60).Select(time.DayOf(installation.Clock.Now).AddDays).First(time.Calendar.IsSchoolDay);
        installation.Clock.Now = time.StartOf(day).AddHours(6.5);
        var visit = await db.Tasks.Where(t => t.State == TaskState.Open).FirstAsync();
        await db.Tasks.Where(t => t.ChildId == visit.ChildId && t.No == visit.No).ExecuteUpdateAsync(s => s
            .SetProperty(t => t.Kind, Engine.Workflow.TaskKind.HomeVisit).SetProperty(t => t.DueOn, day.AddDays(1)));
        await new DailyDigest(installation.Runtime).RunAsync();

        await RunAsync();
        installation.Clock.Now += TimeSpan.FromHours(1);
        await RunAsync();
        await RunAsync();

        chat.Messages.Select(Content).Select(c => c.Split(':')[0])
            .ShouldBe(["[CaseFlow] Things that wait today", "[CaseFlow] Home visits due tomorrow"]);
    }

    [Fact]
    public async Task A_signed_message_carries_the_time_and_the_signature_that_the_secret_gives()
    {
        await AddAsync(Wish(Happening.Emergency) with { Kind = RobotKind.DingTalk, Secret = "SECtest" });

        (await Book.TestAsync(Admin, await RobotAsync())).ShouldBeNull();

        var query = HttpUtility.ParseQueryString(chat.Messages.Single().Address.Query);
        query["key"].ShouldBe("abcdef");
        query["timestamp"].ShouldBe(real.Now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        query["sign"].ShouldBe(RobotClient.Sign("SECtest", query["timestamp"]!));
    }

    // Computed once with another program: printf '1577262236757\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary | base64
    [Fact]
    public void The_signature_is_that_of_the_time_a_line_feed_and_the_secret_under_the_secret() =>
        RobotClient.Sign("this is secret", "1577262236757").ShouldBe("hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=");

    [Fact]
    public async Task Address_and_secret_are_kept_protected_and_shown_in_part()
    {
        await AddAsync(Wish(Happening.Emergency) with { Kind = RobotKind.DingTalk, Secret = "SECtest" });

        using var db = installation.Open();
        var robot = await db.Robots.SingleAsync();
        robot.Address.ShouldNotContain("abcdef");
        robot.Secret!.ShouldNotContain("SECtest");
        robot.Shown.ShouldBe("localhost/…cdef");
    }

    [Fact]
    public async Task A_private_address_a_redirect_and_what_is_no_robot_are_told_apart()
    {
        await AddAsync(Wish(Happening.Emergency));
        var robot = await RobotAsync();
        await using var careful = Services(new RobotSettings());
        (await careful.GetRequiredService<RobotBook>().TestAsync(Admin, robot)).ShouldBe(RobotRefusals.NotDelivered);
        (await FailureAsync()).ShouldBe(RobotFailure.PrivateAddress);
        chat.Messages.ShouldBeEmpty();

        chat.Answer = http =>
        {
            http.Response.Redirect("https://localhost/elsewhere");
            return Task.CompletedTask;
        };
        await Book.TestAsync(Admin, robot);
        (await FailureAsync()).ShouldBe("status:302");
        chat.Messages.Count.ShouldBe(1, "no redirect is followed");

        chat.Answer = http => http.Response.WriteAsync("<html>hello</html>");
        await Book.TestAsync(Admin, robot);
        (await FailureAsync()).ShouldBe(RobotFailure.NotARobot);
    }

    [Theory]
    [InlineData("http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", "robot.address")]
    [InlineData("https://user@qyapi.weixin.qq.com/send", "robot.address")]
    [InlineData("file:///etc/passwd", "robot.address")]
    [InlineData("robot", "robot.address")]
    public async Task Only_a_whole_https_address_is_taken(string address, string id) =>
        (await Book.AddAsync(Admin, Wish(Happening.Waiting) with { Address = address }))!.Id.ShouldBe(id);

    [Fact]
    public async Task Nobody_but_the_administrator_adds_tests_or_removes_one()
    {
        var head = new SignedIn(new StaffId(Ids.Next()), new HashSet<string> { Roles.HeadTeacher });
        (await Book.AddAsync(head, Wish(Happening.Waiting))).ShouldBe(Refusals.NotAllowed);
        await AddAsync(Wish(Happening.Waiting));
        var robot = await RobotAsync();
        (await Book.TestAsync(head, robot)).ShouldBe(Refusals.NotAllowed);
        (await Book.RemoveAsync(head, robot)).ShouldBe(Refusals.NotAllowed);
        (await Book.RemoveAsync(Admin, robot)).ShouldBeNull();
        (await Book.RemoveAsync(Admin, robot)).ShouldBe(RobotRefusals.Unknown);
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    public void Addresses_of_private_networks_are_known(string address, bool isPublic) =>
        PublicAddresses.Has(IPAddress.Parse(address)).ShouldBe(isPublic);

    private RobotWish Wish(params string[] happenings) =>
        new("校办群", RobotKind.WeCom, chat.Address, null, "https://school.example/", "zh-CN", happenings);

    private async Task AddAsync(RobotWish wish) => (await Book.AddAsync(Admin, wish)).ShouldBeNull();

    private Task RunAsync() => services.GetRequiredService<RobotDelivery>().RunAsync();

    private async Task<Guid> RobotAsync()
    {
        using var db = installation.Open();
        return await db.Robots.Select(r => r.Id).SingleAsync();
    }

    private async Task<string?> FailureAsync()
    {
        using var db = installation.Open();
        return await db.Robots.Select(r => r.LastFailure).SingleAsync();
    }

    /// <summary>An emergency is put before two people, as the engine does it: one event, two rows of the outbox.</summary>
    private async Task EmergencyAsync(string what)
    {
        using var db = installation.Open();
        if (!await db.Escalations.AnyAsync(e => e.Emergency && e.Status == EscalationStatus.Pending))
        {
            var child = await db.Children.OrderBy(c => c.Id).Select(c => c.Id).FirstAsync();
            db.Escalations.Add(new EscalationRow
            {
                SchoolId = db.SchoolId, ChildId = child, No = new EscalationNo(99), CaseNo = new CaseNo(1), Status = EscalationStatus.Pending, Emergency = true,
                RequestedAt = installation.Clock.Now, DueOn = default, DueAt = installation.Clock.Now, Rules = "",
            });
        }

        foreach (var place in new[] { 1, 2 })
        {
            db.Outbox.Add(new OutboxRow
            {
                SchoolId = db.SchoolId, Key = $"{what}/7/{place}", To = new StaffId(Ids.Next()), Kind = Messages.Emergency, Urgent = true, Link = "/",
                CreatedAt = installation.Clock.Now,
            });
        }

        await db.SaveChangesAsync();
    }

    private static string Content(Said said)
    {
        using var json = JsonDocument.Parse(said.Body);
        json.RootElement.GetProperty("msgtype").GetString().ShouldBe("text");
        return json.RootElement.GetProperty("text").GetProperty("content").GetString()!;
    }

    /// <summary>The client of the program itself, but that it knows the certificate of the chat server.</summary>
    private ServiceProvider Services(RobotSettings settings)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(installation.Runtime);
        RobotSetUp.Add(collection);
        collection.AddSingleton<IDataProtectionProvider>(Protection);
        collection.AddHttpClient(RobotClient.Name).ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = RobotSetUp.Handler(settings);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == chat.Certificate.GetCertHashString();
            return handler;
        });
        collection.AddSingleton(s => ActivatorUtilities.CreateInstance<RobotClient>(s, real));
        collection.AddSingleton(s => ActivatorUtilities.CreateInstance<RobotDelivery>(s, real));
        return collection.BuildServiceProvider();
    }

    private EphemeralDataProtectionProvider Protection { get; } = new();
}
