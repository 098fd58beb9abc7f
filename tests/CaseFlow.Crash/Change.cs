using System.Text.Json;

namespace CaseFlow.Crash;

/// <summary>A change that somebody asks for under a key, and what is known of it from outside.</summary>
/// <param name="Mark">A text in it that is in no other; null where it carries no text.</param>
internal sealed record Change(string Key, string Path, string Body, string? Mark, bool IsObservation)
{
    /// <summary>The answer that was given; null while there is none.</summary>
    public Reply? Reply { get; set; }

    /// <summary>What the answer says was written: child and version.</summary>
    public IEnumerable<(Guid Child, int Version, string Type)> Written()
    {
        if (IsObservation || Reply is not { IsDone: true } done)
            return [];
        var answer = JsonDocument.Parse(done.Body).RootElement;
        var child = answer.GetProperty("child").GetGuid();
        return [.. answer.GetProperty("events").EnumerateArray().Select(e => (child, e.GetProperty("version").GetInt32(), e.GetProperty("type").GetString()!))];
    }
}
