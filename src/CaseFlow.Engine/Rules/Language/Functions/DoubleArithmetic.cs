namespace CaseFlow.Engine.Rules.Language;

/// <summary>IEEE 754 doubles; there are no errors, only infinities and NaN. They have no remainder.</summary>
internal static class DoubleArithmetic
{
    [CelFunction("_+_", IsTotal = true)]
    public static double Add(double left, double right) => left + right;

    [CelFunction("_-_", IsTotal = true)]
    public static double Subtract(double left, double right) => left - right;

    [CelFunction("_*_", IsTotal = true)]
    public static double Multiply(double left, double right) => left * right;

    [CelFunction("_/_", IsTotal = true)]
    public static double Divide(double left, double right) => left / right;

    [CelFunction("-_", IsTotal = true)]
    public static double Negate(double value) => -value;
}
