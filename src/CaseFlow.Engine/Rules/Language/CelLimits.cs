namespace CaseFlow.Engine.Rules.Language;

/// <summary>Bounds that keep a rule file from hanging or exhausting the program. All are inclusive.</summary>
public static class CelLimits
{
    /// <summary>Longest text of one expression, in UTF-16 units.</summary>
    public const int TextLength = 20_000;

    /// <summary>
    /// Deepest nesting, also once definitions are written out in place of their names; a chain of n operators of one
    /// precedence nests n deep.
    /// </summary>
    public const int Nesting = 250;

    /// <summary>Largest number of operations and values once definitions are written out in place of their names.</summary>
    public const int InlinedSize = 50_000;

    /// <summary>
    /// Cost of one evaluation: a turn of a loop costs 1, as does an element or 16 characters that are made or compared.
    /// </summary>
    public const long EvaluationCost = 1_000_000;

    /// <summary>Longest string (UTF-16 units) or byte sequence that an expression can make.</summary>
    public const int ValueLength = 65_536;
}
