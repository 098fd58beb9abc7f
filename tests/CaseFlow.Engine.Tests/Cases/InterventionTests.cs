using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>An intervention past its end asks whether it goes on; a plan says what was measured.</summary>
public sealed class InterventionTests
{
    private readonly Story story = new Story().Planned();

    private CareTask Tutoring => story.Task("intervention:tutoring");

    private CareTask Question => story.Task("intervention-end:tutoring");

    [Fact]
    public void At_its_end_the_owner_of_the_case_is_asked_whether_it_goes_on()
    {
        story.PassDays(31);

        Question.Assignee.ShouldBe(Story.Counselor);
        Question.Kind.ShouldBe(TaskKind.Continuation);
        Question.About.ShouldBe(Tutoring.No);
        Tutoring.BecameLate.ShouldBeNull("an intervention that has reached its end is not late");
        story.PassDays(1).State.Tasks.Values.Count(t => t.Step == Question.Step).ShouldBe(1, "it asks once");
    }

    [Fact]
    public void Continued_it_runs_to_its_new_end_and_asks_again()
    {
        story.PassDays(31).By(Story.Counselor, new ContinueIntervention(Question.No, story.Today.AddDays(14), "有起色")).Last.Refusal.ShouldBeNull();

        Question.State.ShouldBe(TaskState.Done);
        Tutoring.Due.On.ShouldBe(story.Today.AddDays(14));
        story.PassDays(15);
        Question.Occurrence.ShouldBe(2);
        Question.IsPending.ShouldBeTrue();
    }

    [Fact]
    public void Finished_it_carries_its_result_and_the_question_is_settled()
    {
        story.PassDays(31).By(Story.Counselor, new FinishIntervention(Question.No, story.Today, "数学及格")).Last.Refusal.ShouldBeNull();

        Tutoring.State.ShouldBe(TaskState.Done);
        Tutoring.Outcome!.Note.ShouldBe("数学及格");
        Question.State.ShouldBe(TaskState.Done);
    }

    [Fact]
    public void The_question_is_not_answered_by_filing_anything_and_not_moved_away()
    {
        story.PassDays(31).Finish("intervention-end:tutoring", Story.Counselor).Last.Refusal!.Id.ShouldBe("intervention.asks");
        story.By(Story.Counselor, new MoveTask(Tutoring.No, story.Today.AddDays(3), "以后")).Last.Refusal!.Id.ShouldBe("intervention.asks");
        story.By(Story.Counselor, new FinishIntervention(Question.No, story.Today, " ")).Last.Refusal!.Id.ShouldBe("text.missing");
        story.By(Story.Counselor, new ContinueIntervention(Question.No, story.Today.AddDays(200), "x")).Last.Refusal!.Id.ShouldBe("intervention.too-long");
        story.By(Story.Counselor, new ContinueIntervention(story.Task("review").No, story.Today, "x")).Last.Refusal!.Id.ShouldBe("intervention.unknown");
    }

    [Fact]
    public void A_review_records_what_was_measured_of_each_goal()
    {
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, null, [new GoalResult(1, "迟到 1 次", false)]));

        var goal = story.Case.Plan!.Goals[0];
        (goal.Result, goal.Met).ShouldBe(("迟到 1 次", false));
        story.Case.Reviews[^1].Results!.Single().Value.ShouldBe("迟到 1 次");
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, null, [new GoalResult(2, "x", null)])).Last.Refusal!.Id.ShouldBe("review.no-such-goal");
    }

    [Fact]
    public void Two_reviews_on_one_day_are_one_and_the_later_counts()
    {
        foreach (var finding in new[] { ReviewFinding.Improved, ReviewFinding.Improved })
            story.By(Story.Counselor, new ReviewCase(new CaseNo(1), finding, null, null));
        story.Case.ReviewsInARow(f => f == ReviewFinding.Improved).ShouldBe(1);

        story.PassDays(1).By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, null));
        story.Case.ReviewsInARow(f => f == ReviewFinding.Improved).ShouldBe(2);
    }
}
