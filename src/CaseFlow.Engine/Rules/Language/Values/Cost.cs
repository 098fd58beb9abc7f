using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>The meter of one evaluation.</summary>
internal static class Cost
{
    private const int CharactersPerUnit = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Charge(long units, ref long cost)
    {
        cost += units;
        if (cost > CelLimits.EvaluationCost)
            Exceeded();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ChargeLength(int length, ref long cost) => Charge((uint)length / CharactersPerUnit, ref cost);

    [DoesNotReturn]
    public static void Exceeded() =>
        throw new CelEvaluationException($"the evaluation costs more than {CelLimits.EvaluationCost} steps", isLimit: true);

    /// <exception cref="CelEvaluationException">A string or byte sequence of this length is too long.</exception>
    public static void CheckLength(int length, ref long cost)
    {
        if (length > CelLimits.ValueLength)
            throw new CelEvaluationException($"a value is longer than {CelLimits.ValueLength} characters", isLimit: true);

        Charge(1 + (length / CharactersPerUnit), ref cost);
    }
}
