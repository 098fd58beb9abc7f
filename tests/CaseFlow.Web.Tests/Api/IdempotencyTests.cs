using System.Net;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Api;

public sealed class IdempotencyTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_change_without_a_key_is_refused_and_says_what_to_do()
    {
        var child = await host.ChildWithCaseAsync();
        var response = await host.As(host.Counselor).PostAsync($"/api/v1{child.Case("take")}", null);
        var problem = await response.ShouldBeProblemAsync(400, "idempotency.key-missing");
        problem.GetProperty("detail").GetString()!.ShouldContain("Idempotency-Key");
    }

    [Fact]
    public async Task A_key_of_more_than_a_hundred_characters_is_refused()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("take"), key: new string('k', 100)).ShouldBeDoneAsync();
        var response = await host.As(host.Counselor).GiveAsync(child.Case("take"), key: new string('k', 101));
        await response.ShouldBeProblemAsync(400, "idempotency.key-length");
    }

    [Fact]
    public async Task The_same_key_twice_has_one_effect_and_the_same_answer()
    {
        var child = await host.ChildWithCaseAsync();
        var first = await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "谈过一次" }, "note-1");
        var second = await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "谈过一次" }, "note-1");

        second.StatusCode.ShouldBe(first.StatusCode);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        first.Headers.Contains("Idempotent-Replay").ShouldBeFalse();
        second.Headers.GetValues("Idempotent-Replay").ShouldBe(["true"]);
        (await NotesAsync(child)).ShouldBe(1);
    }

    /// <summary>The connection broke: before the work was committed, or after it. Under the key it is asked again, and happens once.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_whose_answer_from_the_database_got_lost_has_one_effect(bool committed)
    {
        var child = await host.ChildWithCaseAsync();
        host.Lost.Next(committed);

        var response = await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "线路不好" }, $"lost-{committed}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Lost.Came.ShouldBeTrue();
        (await NotesAsync(child)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused_and_does_nothing()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "一" }, "note-2").ShouldBeDoneAsync();
        var response = await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "二" }, "note-2");
        await response.ShouldBeProblemAsync(422, "idempotency.key-reused");
        (await NotesAsync(child)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_of_two_people_is_two_keys()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "同样" }, "note-3").ShouldBeDoneAsync();
        await host.As(host.HeadTeacher).GiveAsync(child.Case("notes"), new { text = "同样" }, "note-3").ShouldBeDoneAsync();
        (await NotesAsync(child)).ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_the_same_key_works_once_the_way_is_clear()
    {
        var child = await host.ChildWithCaseAsync();
        var early = await host.As(host.Counselor).GiveAsync(child.Case("assess"), new { findings = "初步评估" }, "assess-1");
        await early.ShouldBeProblemAsync(409, "case.not-taken");
        await host.As(host.Counselor).GiveAsync(child.Case("take")).ShouldBeDoneAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("assess"), new { findings = "初步评估" }, "assess-1").ShouldBeDoneAsync();
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_has_one_effect_and_everybody_gets_the_same_answer()
    {
        var child = await host.ChildWithCaseAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "同时" }, "note-4")));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        bodies.Distinct().Count().ShouldBe(1);
        answers.Count(a => !a.Headers.Contains("Idempotent-Replay")).ShouldBe(1);
        (await NotesAsync(child)).ShouldBe(1);
    }

    [Fact]
    public async Task A_command_that_cannot_be_repeated_answers_the_same_to_all_who_asked_at_once()
    {
        var child = await host.ChildWithCaseAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.As(host.Counselor).GiveAsync(child.Case("take"), key: "take-1")));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        (await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_observation_sent_twice_is_recorded_once()
    {
        var child = await host.ChildAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.ObserveAsync(host.TeacherOfOne, child, "crying", 1, "seen-1")));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created);
        using var db = host.Open();
        (await db.Observations.CountAsync(o => o.ChildId == child.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task An_observation_whose_screening_broke_off_is_screened_when_it_is_sent_again()
    {
        var child = await host.ChildAsync();
        await host.PlaceAsync(child, onFile: false);
        await host.ObserveAsync(host.Counselor, child, "suspected-abuse", 3, "seen-2").ShouldBeDoneAsync();
        await host.PlaceAsync(child, onFile: true);
        using (var before = host.Open())
            (await before.Cases.AnyAsync(c => c.ChildId == child.Id)).ShouldBeFalse();
        await host.ObserveAsync(host.Counselor, child, "suspected-abuse", 3, "seen-2").ShouldBeDoneAsync();
        using var db = host.Open();
        (await db.Cases.SingleAsync(c => c.ChildId == child.Id)).Level.ShouldBe(4);
    }

    private async Task<int> NotesAsync(Engine.Children.Child child)
    {
        using var db = host.Open();
        return await db.Journal.CountAsync(j => j.ChildId == child.Id && j.Type == "note-added");
    }
}
