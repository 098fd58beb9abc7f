using System.Globalization;

namespace CaseFlow.Engine.Rules.Parameters;

/// <summary>Why a parameter is not set.</summary>
public static class ParameterRefusals
{
    public static readonly Refusal NoSuchRule = Of("parameter.no-rule", "现行规则中没有这条规则。", "No rule in force has this name.");
    public static readonly Refusal NoSuchParameter = Of("parameter.unknown", "这条规则没有这个参数。", "The rule has no parameter of this name.");
    public static readonly Refusal NeedsReason = Of("parameter.needs-reason", "请写明调整的理由，别人以后会问。", "Say why it is changed; others will ask.");
    public static readonly Refusal TooLong = Of("parameter.too-long", "数值最多 200 字，理由最多 1000 字。", "A value has at most 200 characters, a reason at most 1000.");
    public static readonly Refusal NothingChanges = Of("parameter.unchanged", "数值与现行的相同，没有需要保存的改动。", "The values are those in force; there is nothing to keep.");

    /// <summary>Ids of the refusals whose words name the parameter.</summary>
    public const string TypeId = "parameter.type";

    public const string BoundsId = "parameter.bounds";

    public const string FailsId = "parameter.fails";

    public static Refusal WrongType(string name, object? like) => like switch
    {
        long => Of(TypeId, $"“{name}”须是整数。", $"'{name}' is a whole number."),
        double => Of(TypeId, $"“{name}”须是数字。", $"'{name}' is a number."),
        bool => Of(TypeId, $"“{name}”须是 true 或 false。", $"'{name}' is true or false."),
        IEnumerable<object?> => Of(TypeId, $"“{name}”须是一项或多项，用逗号分开。", $"'{name}' is one or several, split by commas."),
        _ => Of(TypeId, $"“{name}”不能为空。", $"'{name}' cannot be empty."),
    };

    public static Refusal OutOfBounds(string name, ParameterBounds bounds) => bounds.Words.Count > 0
        ? Of(BoundsId, $"“{name}”只能是：{string.Join('、', bounds.Words)}。", $"'{name}' can only be: {string.Join(", ", bounds.Words)}.")
        : Of(BoundsId, $"“{name}”须在 {Say(bounds.Lowest)} 到 {Say(bounds.Highest)} 之间。", $"'{name}' is from {Say(bounds.Lowest)} to {Say(bounds.Highest)}.");

    /// <param name="what">What the check of the rule said, in English as for all files.</param>
    public static Refusal Fails(string rule, string what) =>
        Of(FailsId, $"规则“{rule}”用这些数值不能运行：{what}", $"With these values the rule '{rule}' does not work: {what}");

    private static string Say(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static Refusal Of(string id, string zh, string en) => new(id, new Words(zh, en));
}
