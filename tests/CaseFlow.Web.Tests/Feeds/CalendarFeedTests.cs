using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Tests.Access;
using CaseFlow.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Feeds;

/// <summary>A person's tasks at a secret address.</summary>
public sealed partial class CalendarFeedTests(EveryEndpointTests.Site site) : IClassFixture<EveryEndpointTests.Site>
{
    [Fact]
    public async Task The_feed_holds_what_the_person_has_to_do_and_names_no_child()
    {
        var text = await site.Nobody.GetStringAsync(await RenewAsync("helper"));

        var calendar = Ical.Net.Calendar.Load(text)!;
        using var db = Open();
        var me = await StaffAsync("helper");
        var pending = await db.Tasks.Where(t => t.AssigneeId == me && (t.State == TaskState.Open || t.State == TaskState.Scheduled)).ToListAsync();
        pending.ShouldNotBeEmpty();
        calendar.Events.Select(e => e.Uid).ShouldBe(pending.Select(t => $"{t.ChildId.Value:N}-{t.No.Value}@caseflow"), ignoreOrder: true);
        calendar.Events.ShouldAllBe(e => !e.Start!.HasTime && e.Url!.AbsolutePath.StartsWith("/tasks/"));
        calendar.Events.Select(e => DateOnly.FromDateTime(e.Start!.Value)).ShouldBe(pending.Select(t => t.DueOn), ignoreOrder: true);
        foreach (var child in await db.Children.Select(c => new { c.Name, c.StudentNo }).ToListAsync())
        {
            text.ShouldNotContain(child.Name);
            text.ShouldNotContain(child.StudentNo);
        }
    }

    [Fact]
    public async Task A_new_address_ends_the_one_before_and_switching_off_ends_it_too()
    {
        var first = await RenewAsync("teacher");
        var second = await RenewAsync("teacher");

        (await StatusAsync(first)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.OK);
        using var off = await EveryEndpointTests.Site.SendAsync(site.As("teacher"), "/me", "off");
        off.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_switched_off_through_the_API_as_well()
    {
        var address = await RenewAsync("head");
        (await site.As("head").JsonAsync("/me/calendar")).GetProperty("on").GetBoolean().ShouldBeTrue();

        await site.As("head").GiveAsync("/me/calendar/off").ShouldBeDoneAsync();

        (await site.As("head").JsonAsync("/me/calendar")).GetProperty("on").GetBoolean().ShouldBeFalse();
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_secret_itself_is_kept_nowhere()
    {
        var secret = new Uri(await RenewAsync("office", fromPage: false)).Segments[^1][..^4];

        using var db = Open();
        (await db.CalendarFeeds.Select(f => f.Hash).ToListAsync()).ShouldContain(Secret.HashOf(secret));
        (await db.CalendarFeeds.CountAsync(f => f.Hash == secret)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_was_locked_or_has_to_choose_a_password_has_no_feed_until_that_is_over()
    {
        var address = await RenewAsync("counselor");
        var counselor = await StaffAsync("counselor");
        using var scope = site.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();

        await accounts.LockAsync(counselor, true);
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
        await accounts.LockAsync(counselor, false);
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.OK);
        await accounts.ResetAsync(counselor);
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_done_leaves_the_feed()
    {
        var address = await RenewAsync("admin", fromPage: false);
        using var db = Open();
        var me = await StaffAsync("admin");
        var task = await db.Tasks.Where(t => t.State == TaskState.Open).OrderBy(t => t.ChildId).FirstAsync();
        await db.Tasks.Where(t => t.ChildId == task.ChildId && t.No == task.No).ExecuteUpdateAsync(s => s.SetProperty(t => t.AssigneeId, me));
        Ical.Net.Calendar.Load(await site.Nobody.GetStringAsync(address))!.Events.Count.ShouldBe(1);

        await db.Tasks.Where(t => t.ChildId == task.ChildId && t.No == task.No).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TaskState.Done));

        Ical.Net.Calendar.Load(await site.Nobody.GetStringAsync(address))!.Events.ShouldBeEmpty();
    }

    /// <param name="fromPage">Whether by the form of the page, which only who works with children has.</param>
    private async Task<string> RenewAsync(string user, bool fromPage = true)
    {
        if (!fromPage)
            return $"{site.Nobody.BaseAddress}feeds/{await site.Services.GetRequiredService<Web.Feeds.CalendarFeeds>().RenewAsync(await StaffAsync(user), "en")}.ics";
        using var answer = await EveryEndpointTests.Site.SendAsync(site.As(user), "/me", "renew");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Address().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await site.Nobody.GetAsync(address);
        return response.StatusCode;
    }

    private async Task<Engine.Children.StaffId> StaffAsync(string user)
    {
        using var scope = site.Services.CreateScope();
        return (await scope.ServiceProvider.GetRequiredService<AccountsDb>().Users.AsNoTracking().SingleAsync(a => a.UserName == user)).Staff;
    }

    private Engine.Storage.CaseFlowDb Open() => site.Services.GetRequiredService<CareRuntime>().Open();

    [GeneratedRegex("""<code class="secret">(http[^<]+)</code>""")]
    private static partial Regex Address();
}
