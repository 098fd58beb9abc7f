using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class OpeningTests
{
    [Fact]
    public void Level_1_makes_a_task_for_the_class_teacher_and_no_case()
    {
        var story = new Story();
        story.Screen(story.Found("grade", 1));

        story.State.Cases.ShouldBeEmpty();
        story.Task("watch-talk").Assignee.ShouldBe(Story.Teacher);
    }

    [Fact]
    public void An_absence_at_level_1_makes_a_call_today_and_a_visit()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 1));

        story.Task("watch-call").Due.On.ShouldBe(story.Today);
        story.State.Tasks.Values.Select(t => t.Step).ShouldBe(["watch-call", "watch-visit"], ignoreOrder: true);
    }

    [Fact]
    public void The_class_teachers_talk_answers_the_flag_and_it_stays_closed_until_something_new_is_recorded()
    {
        var story = new Story();
        story.Screen(story.Found("grade", 1, recorded: 1)).Finish("watch-talk", Story.Teacher);
        story.State.Flags.Values.Single().Answer!.Response.ShouldBe(FlagResponse.Talked);

        story.Screen(story.Found("grade", 1, recorded: 1)).State.ActiveFlags.ShouldBeEmpty();

        story.Screen(story.Found("grade", 1, recorded: 2)).State.ActiveFlags.Count().ShouldBe(1);
    }

    [Fact]
    public void An_answered_flag_that_rests_on_what_is_missing_opens_again_after_30_days()
    {
        var story = new Story();
        story.Screen(story.Found("guardianship", 1, source: EvidenceSource.Missing)).Finish("watch-talk", Story.Teacher);

        story.PassDays(29).Screen(story.Found("guardianship", 1, source: EvidenceSource.Missing)).State.ActiveFlags.ShouldBeEmpty();

        story.PassDays(1).Screen(story.Found("guardianship", 1, source: EvidenceSource.Missing)).State.ActiveFlags.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_case_opens_at_level_2_or_higher_with_the_counselor_as_owner(int severity)
    {
        var story = new Story();
        story.Screen(story.Found("absence", severity));

        story.Case.Level.ShouldBe(severity);
        story.Case.Owner.ShouldBe(Story.Counselor);
        story.State.Flags.Values.Single().Case.ShouldBe(story.Case.No);
    }

    [Fact]
    public void Without_a_counselor_the_head_teacher_owns_a_case_and_without_one_the_administrator()
    {
        var story = new Story { Staffing = new Staffing(null, Story.Head, Story.Admin, null, null) };
        story.Screen(story.Found("absence", 2)).Case.Owner.ShouldBe(Story.Head);

        story = new Story { Staffing = new Staffing(null, null, Story.Admin, null, null) };
        story.Screen(story.Found("absence", 2)).Case.Owner.ShouldBe(Story.Admin);
    }

    [Fact]
    public void Three_kinds_of_severity_1_are_level_2()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 1), story.Found("grade", 1)).State.Cases.ShouldBeEmpty();

        story.Screen(story.Found("absence", 1), story.Found("grade", 1), story.Found("health", 1)).Case.Level.ShouldBe(2);
    }

    [Fact]
    public void Two_kinds_of_severity_2_are_level_3()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2), story.Found("absence", 2, "other")).Case.Level.ShouldBe(2);

        story.Screen(story.Found("absence", 2), story.Found("grade", 2)).Case.Level.ShouldBe(3);
    }

    [Fact]
    public void New_flags_join_the_open_case()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).Screen(story.Found("absence", 2), story.Found("health", 1));

        story.State.Cases.Count.ShouldBe(1);
        story.State.Flags.Values.ShouldAllBe(f => f.Case == story.Case.No);
    }

    [Fact]
    public void The_level_of_a_case_rises_at_once_and_does_not_fall_by_itself()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).Screen(story.Found("absence", 3)).Case.Level.ShouldBe(3);

        story.Screen().Case.Level.ShouldBe(3);
        story.State.Flags.Values.ShouldAllBe(f => f.Status == FlagStatus.Lapsed);
    }

    [Fact]
    public void Screening_again_changes_nothing()
    {
        var story = new Story();
        var findings = new[] { story.Found("absence", 2), story.Found("grade", 3) };
        story.Screen(findings).Screen(findings);

        story.Last.Happened.ShouldBeEmpty();
    }

    [Fact]
    public void A_child_who_has_left_hands_the_case_over_and_it_stays_open_until_the_receiving_school_confirms()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).By(Story.Counselor, new TakeCase(new CaseNo(1)));
        story.By(Story.Counselor, new ApplyScreening(story.Today, [], story.Today, "县城小学"));

        story.State.ActiveFlags.ShouldBeEmpty();
        story.Case.IsOpen.ShouldBeTrue();
        story.Finish("transfer-confirmed", Story.Counselor).Case.IsOpen.ShouldBeFalse();
        story.Case.CloseReason!.ShouldContain("县城小学");
    }

    [Fact]
    public void What_happened_replays_to_the_same_state()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 3));

        Text(Evolution.Replay(story.Last.Happened)).ShouldBe(Text(story.State));

        static string Text(ChildState state) =>
            JsonSerializer.Serialize(new { state.Version, Cases = state.Cases.Values, Tasks = state.Tasks.Values, Flags = state.Flags.Values });
    }

    [Fact]
    public void A_screening_of_an_earlier_day_leaves_a_flag_alone_that_rests_on_a_later_one()
    {
        var story = new Story();
        var yesterday = story.Today.AddDays(-1);
        story.Screen(story.Found("safety", 4));

        story.By(Story.Head, new ApplyScreening(yesterday, []));

        story.State.ActiveFlags.ShouldHaveSingleItem();
    }
}
