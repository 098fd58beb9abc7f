namespace CaseFlow.Engine.Rules.Language;

/// <summary>64-bit signed integers; what leaves their range is an error.</summary>
internal static class IntArithmetic
{
    private const long Lowest = long.MinValue;

    [CelFunction("_+_")]
    public static long Add(long left, long right)
    {
        var sum = unchecked(left + right);
        return ((left ^ sum) & (right ^ sum)) < 0 ? throw Errors.Overflow("int") : sum;
    }

    [CelFunction("_-_")]
    public static long Subtract(long left, long right)
    {
        var difference = unchecked(left - right);
        return ((left ^ right) & (left ^ difference)) < 0 ? throw Errors.Overflow("int") : difference;
    }

    [CelFunction("_*_")]
    public static long Multiply(long left, long right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high != low >> 63 ? throw Errors.Overflow("int") : low;
    }

    [CelFunction("_/_")]
    public static long Divide(long left, long right)
    {
        if (right == 0)
            throw Errors.DivisionByZero();
        return right == -1 ? Negate(left) : left / right;
    }

    [CelFunction("_%_")]
    public static long Remainder(long left, long right)
    {
        if (right == 0)
            throw Errors.DivisionByZero();
        if (right == -1)
            return left == Lowest ? throw Errors.Overflow("int") : 0;
        return left % right;
    }

    [CelFunction("-_")]
    public static long Negate(long value) => value == Lowest ? throw Errors.Overflow("int") : -value;
}
