using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Rules;

/// <summary>Rules and their figures as the pages say them.</summary>
internal static partial class RuleSaying
{
    /// <summary>The severity as a number, or as two numbers and what decides between them; null for one that is harder to read.</summary>
    public static (string Usual, string? Otherwise, string? Where) Severity(string expression) =>
        Choice().Match(expression) is { Success: true } m
            ? (m.Groups[3].Value, m.Groups[2].Value, m.Groups[1].Value.Trim())
            : (expression, null, null);

    /// <summary>What a parameter may be set to.</summary>
    public static string Allowed(RuleParameter parameter) => parameter switch
    {
        { Bounds.Words.Count: > 0 } => Say.List(parameter.Bounds.Words),
        { IsNumber: true } => RuleWords.FromTo.With(Number(parameter.Bounds.Lowest), Number(parameter.Bounds.Highest)),
        { InFile: IReadOnlyList<object?> and [long or double, ..] } => RuleWords.FromTo.With(Number(parameter.Bounds.Lowest), Number(parameter.Bounds.Highest)),
        _ => "—",
    };

    public static string Precision(RuleRecord record) => record.Precision is { } right
        ? RuleWords.PrecisionLine.With(record.Confirmed, record.Judged, Percent(right))
        : RuleWords.NotJudged.ToString();

    public static string Wolf => RuleWords.WolfMeans.With(RuleRecord.JudgedToSay, Percent(RuleRecord.WolfBelow));

    public static string Percent(double part) => (part * 100).ToString("0", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The words of a value for a hint beneath its field.</summary>
    public static Words Hint(RuleParameter parameter) => new(
        $"文件中为 {parameter.InFileText}；可取 {Allowed(parameter)}", $"{parameter.InFileText} in the file; allowed: {Allowed(parameter)}");

    [GeneratedRegex(@"^(.*)\?\s*(\d)\s*:\s*(\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();
}
