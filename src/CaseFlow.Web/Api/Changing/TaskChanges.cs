using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Api.Changing;

/// <summary>The commands to tasks and flags.</summary>
internal static class TaskChanges
{
    private const string Tasks = "tasks";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost($"/{Tasks}/{{child:guid}}/{{no:int}}/complete", (Guid child, int no, HttpContext http, Changes changes) => changes.CompleteAsync(http, child, no))
            .Changes<CompleteTaskBody, Recorded>("completeTask", "Say that a task was done, on the day it was really done, and what was seen", StatusCodes.Status200OK)
            .WithTags(Tasks);
        api.MapCommand<MoveTaskBody>(Tasks, "move", "moveTask", "Move a task to another day, with a reason",
            (b, no) => new MoveTask(new(no), b.To!.Value, b.Reason!));
        api.MapCommand<AssignTaskBody>(Tasks, "assign", "assignTask", "Give a task to somebody else",
            (b, no) => new AssignTask(new(no), new StaffId(b.To!.Value)));
        api.MapCommand<ContinueInterventionBody>(Tasks, "continue", "continueIntervention", "Say that an intervention goes on, with its new end",
            (b, no) => new ContinueIntervention(new(no), b.Until!.Value, b.Reason!));
        api.MapCommand<FinishInterventionBody>(Tasks, "finish", "finishIntervention", "Say that an intervention is over, with its result",
            (b, no) => new FinishIntervention(new(no), b.On!.Value, b.Result!));
        api.MapCommand<AnswerFlagBody>("flags", "answer", "answerFlag", "Answer a flag with a typed response",
            (b, no) => new AnswerFlag(new(no), b.Response!.Value, b.Reason));
    }
}
