using Elsa.Workflows.Models;

namespace CaseFlow.Elsa.Activities;

/// <summary>What a bookmark waits for.</summary>
/// <param name="What">The stage, the task with its occurrence, or the guarded step.</param>
public sealed record Waiting(string What)
{
    internal static CreateBookmarkArgs For(string name, string what) =>
        new() { BookmarkName = name, Stimulus = new Waiting(what), IncludeActivityInstanceId = false };
}
