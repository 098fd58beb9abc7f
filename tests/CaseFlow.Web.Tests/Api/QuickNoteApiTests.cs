using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Api;

public sealed class QuickNoteApiTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_call_is_a_note_in_the_timeline_and_a_contact_once_however_often_it_is_sent()
    {
        var child = await host.ChildAsync();
        var (teacher, key) = (host.As(host.TeacherOfOne), Ids.Next().ToString());
        for (var i = 0; i < 2; i++)
            await teacher.GiveAsync($"/children/{child.Id.Value}/notes", new { line = "d 祖母说月底回来" }, key).ShouldBeDoneAsync();

        using var db = host.Open();
        var contact = await db.Contacts.SingleAsync(c => c.ChildId == child.Id);
        (contact.Between, contact.By, contact.Date).ShouldBe((ContactBetween.SchoolGuardian, "phone", host.Today));
        contact.RecordedNo.ShouldBeGreaterThan(0);
        var timeline = await teacher.JsonAsync($"/children/{child.Id.Value}/timeline");
        timeline.GetRawText().ShouldContain("note-added");
        (await db.Journal.CountAsync(j => j.ChildId == child.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task An_observation_in_a_note_opens_the_emergency_path_at_once()
    {
        var child = await host.ChildAsync();
        await host.As(host.TeacherOfOne).GiveAsync($"/children/{child.Id.Value}/notes", new { line = "unsafe-home: 家里没有大人" }).ShouldBeDoneAsync();
        (await host.As(host.Counselor).JsonAsync(child.Case())).GetProperty("level").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task Words_of_a_confidential_note_are_in_the_note_alone()
    {
        var child = await host.ChildAsync();
        await host.As(host.Counselor).GiveAsync($"/children/{child.Id.Value}/notes", new { line = "qxdl 只对我说", confidential = true }).ShouldBeDoneAsync();
        using var db = host.Open();
        (await db.Observations.SingleAsync(o => o.ChildId == child.Id)).Note.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_does_not_see_the_child_notes_nothing_and_an_empty_note_is_refused()
    {
        var child = await host.ChildAsync();
        var address = $"/children/{child.Id.Value}/notes";
        ((int)(await host.As(host.TeacherOfTwo).GiveAsync(address, new { line = "d 祖母" })).StatusCode).ShouldBe(404);
        await (await host.As(host.TeacherOfOne).GiveAsync(address, new { line = "d ：" })).ShouldBeProblemAsync(422, "text.missing");
        using var db = host.Open();
        (await db.Contacts.CountAsync(c => c.ChildId == child.Id)).ShouldBe(0);
    }
}
