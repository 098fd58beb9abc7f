namespace CaseFlow.Engine.Rules.Language;

/// <summary>What is wrong with a pattern; never leaves this folder.</summary>
internal sealed class PatternError(string message) : ArgumentException(message);
