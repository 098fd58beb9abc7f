namespace CaseFlow.Engine.Rules.Language;

/// <summary>64-bit unsigned integers; what leaves their range is an error.</summary>
internal static class UIntArithmetic
{
    [CelFunction("_+_")]
    public static ulong Add(ulong left, ulong right)
    {
        var sum = unchecked(left + right);
        return sum < left ? throw Errors.Overflow("uint") : sum;
    }

    [CelFunction("_-_")]
    public static ulong Subtract(ulong left, ulong right) =>
        right > left ? throw Errors.Overflow("uint") : left - right;

    [CelFunction("_*_")]
    public static ulong Multiply(ulong left, ulong right) =>
        Math.BigMul(left, right, out var low) != 0 ? throw Errors.Overflow("uint") : low;

    [CelFunction("_/_")]
    public static ulong Divide(ulong left, ulong right) => right == 0 ? throw Errors.DivisionByZero() : left / right;

    [CelFunction("_%_")]
    public static ulong Remainder(ulong left, ulong right) => right == 0 ? throw Errors.DivisionByZero() : left % right;
}
