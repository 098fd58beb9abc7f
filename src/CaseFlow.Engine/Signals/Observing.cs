namespace CaseFlow.Engine.Signals;

/// <summary>What an observation must be to be recorded.</summary>
public static class Observing
{
    public static readonly Refusal UnknownKind = new("observation.kind", new Words("没有这种观察类型。", "There is no such kind of observation."));
    public static readonly Refusal Severity = new("observation.severity", new Words("程度只能是 1、2 或 3。", "The severity is 1, 2 or 3."));
    public static readonly Refusal InFuture = new("observation.future", new Words("日期不能晚于今天。", "The date cannot be after today."));

    public static Refusal? Check(DateOnly date, string kind, int severity, DateOnly today) =>
        !ObservationKinds.Knows(kind) ? UnknownKind : severity is < 1 or > 3 ? Severity : date > today ? InFuture : null;
}
