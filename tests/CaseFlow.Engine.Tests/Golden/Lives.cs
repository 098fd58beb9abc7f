using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;

namespace CaseFlow.Engine.Tests.Golden;

/// <summary>Lives that between them have every event there is. What they tell may grow; the files written from them before stay.</summary>
internal static class Lives
{
    private static readonly CaseNo First = new(1);

    public static IEnumerable<GoldenLife> All() =>
    [
        Of("from triage to closure", FromTriageToClosure()),
        Of("an emergency", Emergency()),
        Of("questions to the head teacher", Questions()),
        Of("a child who leaves", Leaving()),
        Of("watched by the class teacher", Watched()),
        Of("a plan whose intervention ends", Interventions()),
        Of("a case reopened, moved and passed on", Reopened()),
    ];

    private static GoldenLife Of(string name, Story story) => GoldenFile.Of(name, story.Journal);

    private static Story FromTriageToClosure()
    {
        var story = new Story();
        story.Screen(story.Found("emotion", 2)).By(Story.Counselor, new TakeCase(First))
            .By(Story.Counselor, new AssessCase(First, "想念父母，夜里睡不好"))
            .By(Story.Counselor, new MakePlan(
                First, [new Goal("每周与父母通话", "通话记录", story.Today.AddDays(30))],
                [new PlannedIntervention("family-call", Story.Teacher, null), new PlannedIntervention("counselling", Story.Counselor, story.Today.AddDays(20))], false))
            .Finish("first-contact", Story.Counselor)
            .By(Story.Paired, new CompleteTask(story.Task("first-visit").No, story.Today, new Outcome("家中无人", Reached: false)))
            .By(Story.Paired, new MoveTask(story.Task("first-visit").No, story.Today.AddDays(9), "奶奶外出"))
            .By(Story.Counselor, new AssignTask(story.Task("first-visit").No, Story.Teacher))
            .PassDays(11).Finish("first-visit", Story.Teacher, story.Today.AddDays(8))
            .Screen(story.Found("emotion", 1)).PassDays(3).Screen()
            .PassDays(6).By(Story.Counselor, new ReviewCase(First, ReviewFinding.Improved, "愿意说话了", null))
            .By(Story.Counselor, new AddNote(First, "与母亲视频", true))
            .PassDays(28).By(Story.Counselor, new ReviewCase(First, ReviewFinding.Improved, null, null));
        if (story.State.OpenEscalationOf(First) is { } waiting)
            story.By(Story.Head, new ApproveEscalation(waiting.No, null));
        return story.By(Story.Counselor, new CloseCase(First, null)).PassDays(30).Finish("check-visit", Story.Teacher);
    }

    private static Story Emergency()
    {
        var story = new Story();
        story.Screen(story.Found("safety", 4)).By(Story.Teacher, new ReportHarm("派出所", "手臂有伤"))
            .By(Story.Counselor, new TakeCase(First)).Finish("emergency-protect", Story.Counselor)
            .Finish("emergency-parents", Story.Teacher).Finish("emergency-authorities", Story.Head)
            .By(Story.Head, new ApproveEscalation(story.Escalation.No, "每天报告"))
            .By(Story.Counselor, new AnswerFlag(new FlagNo(1), FlagResponse.Visited, null))
            .PassDays(2).By(Story.Counselor, new ReviewCase(First, ReviewFinding.Improved, null, 2))
            .By(Story.Counselor, new CloseCase(First, "随父母离开本地"));
        return story;
    }

    private static Story Questions()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 3)).By(Story.Counselor, new TakeCase(First))
            .By(Story.Head, new ReturnEscalation(story.Escalation.No, "家里知道吗？"))
            .By(Story.Counselor, new AnswerEscalation(story.Escalation.No, "知道"))
            .PassDays(5).By(Story.Head, new RejectEscalation(story.Escalation.No, "先家访"))
            .By(Story.Counselor, new RequestEscalation(First, "需要专科", "转介", "refer")).By(Story.Head, new ApproveEscalation(story.Escalation.No, null))
            .By(Story.Counselor, new TakeGuardedStep(First, "refer", "县医院"))
            .By(Story.Head, new GiveCase(First, Story.Head, "工作调整"));
        return story.Happens(new LatenessPassed(story.Task("assessment").No));
    }

    private static Story Interventions()
    {
        var story = new Story().Planned();
        var tutoring = story.Task("intervention:tutoring").No;
        story.PassDays(31).By(Story.Counselor, new ContinueIntervention(tutoring, story.Today.AddDays(10), "成绩有起色"))
            .By(Story.Counselor, new ReviewCase(First, ReviewFinding.Improved, null, null, [new GoalResult(1, "本周迟到 0 次", true)]))
            .PassDays(11);
        return story.By(Story.Teacher, new FinishIntervention(tutoring, story.Today, "数学及格"));
    }

    private static Story Reopened()
    {
        var story = new Story().Planned();
        story.By(Story.Counselor, new CloseCase(First, "填错")).PassDays(1).By(Story.Head, new ReopenCase(First, "误操作"))
            .Happens(new WorkflowChanged(First, story.Case.WorkflowVersion, "000000000000", "流程已修订"));
        return story.By(Story.Counselor, new WithdrawSignal(Signals.SignalKind.Observation, null, story.Today, "记错了孩子"))
            .By(Story.Admin, new PassOn(Guid.Parse("0190a000-0000-7000-8000-00000000aaaa"), Story.Counselor, new Successors(Story.Head, Story.Head, Story.Teacher), "调动"));
    }

    private static Story Leaving()
    {
        var story = new Story();
        story.Screen(story.Found("grade", 2)).By(Story.Counselor, new TakeCase(First)).PassDays(4);
        story.Leave("县实验小学");
        return story.PassDays(1).Finish("transfer-confirmed", Story.Counselor);
    }

    private static Story Watched()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 1)).PassDays(1).Finish("watch-call", Story.Teacher).PassDays(3);
        story.Recorded = 2;
        return story.Screen(story.Found("health", 1)).PassDays(2).Screen(story.Found("health", 1, recorded: 2));
    }
}
