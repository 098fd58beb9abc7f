using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules.Parameters;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>What a backtest tries beside the rules in force: other values of parameters, or another text of one rule file.</summary>
/// <param name="File">The name of the file relative to the rules folder; null where no text is tried.</param>
public sealed record BacktestTrial(IReadOnlyList<ParameterSetting> Parameters, string? File = null, string? Text = null)
{
    /// <summary>The policy that is tried, made of the one in force.</summary>
    /// <exception cref="DefinitionException">The text is not in order; names line and column.</exception>
    public CarePolicy Over(CarePolicy present) => CarePolicyFiles.Load(Files(present.Source), present.Source.Settings.With(Parameters));

    private Dictionary<string, string> Files(PolicySource source)
    {
        var files = source.Files.ToDictionary();
        if (File is not null)
            files[File] = Text ?? "";
        return files;
    }
}

/// <summary>Why a backtest is not begun.</summary>
public static class BacktestRefusals
{
    public static readonly Refusal Period = Of("backtest.period", "起止日期须是过去的日期，开始不晚于结束，最长一年。", "The period lies in the past, begins before it ends, and is a year at most.");
    public static readonly Refusal Capacity = Of("backtest.capacity", "每位心理教师每周的任务数须在 1 到 200 之间。", "The tasks of a counselor in a week are from 1 to 200.");
    public static readonly Refusal NothingToTry = Of("backtest.nothing", "与现行规则相同，没有可比较的内容。请先改一个数值或改文件。", "It is the same as the rules in force, so there is nothing to compare. Change a value or the file first.");
    public static readonly Refusal NotInOrder = Of("backtest.file", "文件还有错误，见下面所列的行和列。", "The file is not in order; the lines and columns are listed below.");
    public static readonly Refusal NoSuchFile = Of("backtest.no-file", "没有这个规则文件。", "There is no such rule file.");
    public static readonly Refusal TooManyWait = Of("backtest.waiting", "已有 5 次试算在等待，请等它们完成。", "Five backtests are waiting already; let them finish first.");

    private static Refusal Of(string id, string zh, string en) => new(id, new Words(zh, en));
}
