using System.Numerics;

namespace CaseFlow.Engine.Signals;

/// <summary>What a child reached in an exam, as an exact fraction with a denominator above zero.</summary>
internal readonly record struct ExamFraction(BigInteger Over, BigInteger Under) : IComparable<ExamFraction>
{
    /// <summary>The mean of score / full score over these subjects; null without any. The sum of all subjects is none.</summary>
    public static ExamFraction? MeanOf(List<ResultOnRecord> results)
    {
        ExamFraction? sum = null;
        var count = 0;
        foreach (var result in results)
        {
            if (result.IsTotal)
                continue;
            var part = new ExamFraction(result.Score, result.FullScore);
            sum = sum is { } s ? s.Plus(part) : part;
            count++;
        }

        return sum is { } total ? new ExamFraction(total.Over, total.Under * count) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(ExamFraction other) =>
        Under == other.Under ? Over.CompareTo(other.Over) : (Over * other.Under).CompareTo(other.Over * Under);

    private ExamFraction Plus(ExamFraction other) => Under == other.Under
        ? new ExamFraction(Over + other.Over, Under)
        : new ExamFraction((Over * other.Under) + (other.Over * Under), Under * other.Under);
}
