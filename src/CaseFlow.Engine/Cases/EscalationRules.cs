namespace CaseFlow.Engine.Cases;

/// <summary>placeholder</summary>
public static class EscalationRules
{
    public const string OverdueRule = "escalate-overdue";
}
