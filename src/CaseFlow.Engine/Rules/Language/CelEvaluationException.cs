namespace CaseFlow.Engine.Rules.Language;

/// <summary>An expression has no value for these facts: division by zero, overflow, no such key, an unset value.</summary>
public sealed class CelEvaluationException : Exception
{
    public CelEvaluationException(string message)
        : base(message)
    {
    }

    internal CelEvaluationException(string message, bool isLimit)
        : base(message)
    {
        IsLimit = isLimit;
    }

    /// <summary>The evaluation was stopped because it grew beyond <see cref="CelLimits"/>; no operator absorbs that.</summary>
    public bool IsLimit { get; }
}
