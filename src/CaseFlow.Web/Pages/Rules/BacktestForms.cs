using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.Web.Components;

namespace CaseFlow.Web.Pages.Rules;

/// <summary>What the forms of the backtest page ask for.</summary>
internal static class BacktestForms
{
    public const string TryValues = "try-values";

    public const string TryFile = "try-file";

    public static string FieldOf(string rule, string parameter) => $"p-{rule}-{parameter}";

    /// <summary>The period and the capacity; null where a date is missing.</summary>
    public static BacktestQuestion? Question(Typed typed) =>
        typed.Date("from") is { } from && typed.Date("to") is { } to ? new BacktestQuestion(from, to, typed.Whole("each") ?? 0) : null;

    /// <summary>The values that differ from those in force.</summary>
    public static BacktestTrial Values(CarePolicy policy, Typed typed) => new([.. policy.Rules.Rules.SelectMany(r => r.Parameters
        .Select(p => (Parameter: p, Typed: typed.Maybe(FieldOf(r.Id, p.Name))))
        .Where(p => p.Typed is not null && p.Typed != p.Parameter.InForceText)
        .Select(p => new ParameterSetting(r.Id, p.Parameter.Name, p.Typed!)))]);
}
