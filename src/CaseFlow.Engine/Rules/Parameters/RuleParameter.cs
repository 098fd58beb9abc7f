using System.Globalization;

namespace CaseFlow.Engine.Rules.Parameters;

/// <summary>A limit of a rule: what the file says, and what is in force.</summary>
/// <param name="InFile">A whole number, a decimal, a truth value, a text, or a list of those.</param>
/// <param name="InForce">As <paramref name="InFile"/>, unless the school has set another value.</param>
/// <param name="Bounds">What it may be set to.</param>
public sealed record RuleParameter(string Name, object? InFile, object? InForce, ParameterBounds Bounds)
{
    public string InFileText => Show(InFile);

    public string InForceText => Show(InForce);

    /// <summary>Whether the school has set another value than that of the file.</summary>
    public bool IsSet => InFileText != InForceText;

    /// <summary>Whether it is a number, so that a form can offer its bounds.</summary>
    public bool IsNumber => InFile is long or double;

    /// <summary>A value as people write it; several split by commas.</summary>
    public static string Show(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        IEnumerable<object?> several => string.Join(", ", several.Select(Show)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Reads a value of the type that the file gives and holds it against the bounds; null where it will do, otherwise why not.</summary>
    public Refusal? Read(string text, out object? value)
    {
        if (!TryRead(InFile, text.Trim(), out value))
            return ParameterRefusals.WrongType(Name, InFile);
        return Bounds.Allow(value) ? null : ParameterRefusals.OutOfBounds(Name, Bounds);
    }

    private static bool TryRead(object? like, string text, out object? value)
    {
        value = null;
        switch (like)
        {
            case long when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                value = whole;
                return true;
            case double when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                value = number;
                return true;
            case bool when text is "true" or "false":
                value = text == "true";
                return true;
            case string when text.Length > 0:
                value = text;
                return true;
            case IReadOnlyList<object?> several:
                return TryReadAll(several is [var first, ..] ? first : null, text, out value);
            default:
                return false;
        }
    }

    private static bool TryReadAll(object? like, string text, out object? value)
    {
        var items = new List<object?>();
        value = items;
        foreach (var part in text.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryRead(like, part, out var item))
                return false;
            if (!items.Contains(item))
                items.Add(item);
        }

        return items.Count > 0;
    }
}
