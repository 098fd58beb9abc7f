namespace CaseFlow.Engine;

/// <summary>Why something was not done, for the person who asked: a stable id, and what is so and what to do instead.</summary>
/// <param name="Id">For example <c>escalation.none-pending</c>; scripts may rely on it.</param>
public sealed record Refusal(string Id, Words Words);
