using System.Numerics;

namespace CaseFlow.TestSchools;

/// <summary>An exact fraction with a positive denominator; not reduced, so compare it with the methods here only.</summary>
internal sealed record Fraction(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>Score by full score; the full score is above zero.</summary>
    public static Fraction Of(decimal score, decimal fullScore)
    {
        while (decimal.Truncate(score) != score || decimal.Truncate(fullScore) != fullScore)
        {
            score *= 10;
            fullScore *= 10;
        }

        return new Fraction(new BigInteger(score), new BigInteger(fullScore));
    }

    public static Fraction Mean(IReadOnlyCollection<Fraction> parts)
    {
        var sum = parts.Aggregate((left, right) => new Fraction(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator));
        return sum with { Denominator = sum.Denominator * parts.Count };
    }

    public bool IsAbove(Fraction other) => Numerator * other.Denominator > other.Numerator * Denominator;
}
