using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Api;

public sealed class VisibilityTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_class_teacher_sees_the_children_of_the_class_and_not_those_of_another()
    {
        var child = await host.ChildAsync();
        await host.As(host.TeacherOfOne).JsonAsync($"/children/{child.Id.Value}");
        await (await host.As(host.TeacherOfTwo).ReadAsync($"/children/{child.Id.Value}")).ShouldBeProblemAsync(404, "child.unknown");
    }

    [Fact]
    public async Task A_helper_sees_the_paired_child_and_no_other_of_the_class()
    {
        var paired = await host.ChildAsync(host.Helper);
        var other = await host.ChildAsync();
        await host.As(host.Helper).JsonAsync($"/children/{paired.Id.Value}");
        foreach (var path in new[] { $"/children/{other.Id.Value}", $"/children/{other.Id.Value}/timeline", other.Case() })
            await (await host.As(host.Helper).ReadAsync(path)).ShouldBeProblemAsync(404, "child.unknown");
    }

    [Fact]
    public async Task A_helper_cannot_change_anything_about_a_child_of_others()
    {
        var other = await host.ChildWithCaseAsync();
        await (await host.As(host.Helper).GiveAsync(other.Case("notes"), new { text = "看看" })).ShouldBeProblemAsync(404, "child.unknown");
        await (await host.ObserveAsync(host.Helper, other, "crying", 1)).ShouldBeProblemAsync(404, "child.unknown");
    }

    [Fact]
    public async Task The_education_office_sees_no_child()
    {
        await host.ChildWithCaseAsync();
        foreach (var list in new[] { "/children", "/cases", "/tasks", "/escalations" })
            (await host.As(host.EducationOffice).JsonAsync(list)).GetProperty("total").GetInt32().ShouldBe(0, list);
    }

    [Fact]
    public async Task Reading_a_file_is_recorded_with_who_and_what()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).JsonAsync($"/children/{child.Id.Value}");
        await host.As(host.Counselor).JsonAsync($"/children/{child.Id.Value}/timeline");
        await host.As(host.Counselor).JsonAsync(child.Case());
        using var db = host.Open();
        var readings = await db.ReadingsOfFiles.Where(r => r.ChildId == child.Id).ToListAsync();
        readings.ShouldAllBe(r => r.StaffId == host.Counselor.Id);
        readings.Select(r => r.What).Order().ShouldBe(["api: cases/{child}/{no}", "api: children/{id}", "api: children/{id}/timeline"]);
    }

    [Fact]
    public async Task A_confidential_note_counts_on_the_timeline_and_its_words_are_for_the_counselor()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = "不能外传", confidential = true }).ShouldBeDoneAsync();
        var path = $"/children/{child.Id.Value}/timeline";
        (await NoteAsync(host.Counselor, path)).GetProperty("text").GetString().ShouldBe("不能外传");
        var shown = await NoteAsync(host.TeacherOfOne, path);
        shown.GetProperty("text").GetString().ShouldBeNull();
        shown.GetProperty("withheld").GetBoolean().ShouldBeTrue();
        (await host.As(host.TeacherOfOne).GetStringAsync($"/api/v1{path}")).ShouldNotContain("不能外传");
    }

    [Fact]
    public async Task The_words_around_a_case_are_not_for_the_class_teacher()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("take")).ShouldBeDoneAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("assess"), new { findings = "家里有矛盾" }).ShouldBeDoneAsync();
        (await host.As(host.Counselor).JsonAsync(child.Case())).GetProperty("assessment").GetString().ShouldBe("家里有矛盾");
        foreach (var path in new[] { child.Case(), $"/children/{child.Id.Value}/timeline", $"/children/{child.Id.Value}" })
            (await host.As(host.TeacherOfOne).GetStringAsync($"/api/v1{path}")).ShouldNotContain("家里有矛盾");
    }

    [Fact]
    public async Task A_report_of_harm_is_not_shown_to_those_around_the_child()
    {
        var child = await host.ChildAsync(host.Helper);
        await host.As(host.Helper).GiveAsync($"/children/{child.Id.Value}/harm-reports", new { to = "派出所" }).ShouldBeDoneAsync();
        var path = $"/api/v1/children/{child.Id.Value}/timeline";
        (await host.As(host.TeacherOfOne).GetStringAsync(path)).ShouldNotContain("harm-reported");
        (await host.As(host.Helper).GetStringAsync(path)).ShouldContain("派出所");
        (await host.As(host.HeadTeacher).GetStringAsync(path)).ShouldContain("派出所");
    }

    private async Task<System.Text.Json.JsonElement> NoteAsync(Engine.Children.StaffMember who, string path) =>
        (await host.As(who).JsonAsync(path)).GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("type").GetString() == "note-added");
}
