namespace CaseFlow.Engine.Rules.Language;

/// <summary>Which types fit where. Dyn fits everywhere and everything fits it; the evaluation looks again.</summary>
internal static class TypeRules
{
    public static bool Fits(CelType actual, CelType expected)
    {
        if (actual.IsDyn || expected.IsDyn)
            return true;
        if (actual.Kind == CelKind.Null || expected.Kind == CelKind.Null)
            return actual.Kind == expected.Kind || MayBeNull(actual) || MayBeNull(expected);
        if (actual.Kind != expected.Kind)
            return false;

        return actual.Kind switch
        {
            CelKind.List => Fits(actual.Element!, expected.Element!),
            CelKind.Map => Fits(actual.Key!, expected.Key!) && Fits(actual.Element!, expected.Element!),
            CelKind.Object => expected.ClrType!.IsAssignableFrom(actual.ClrType),
            _ => true,
        };
    }

    public static bool Comparable(CelType left, CelType right) => Fits(left, right) || Fits(right, left);

    public static bool HasOrder(CelType left, CelType right)
    {
        if (left.IsDyn || right.IsDyn)
            return IsOrdered(left) && IsOrdered(right);

        return IsOrdered(left) && (left.Kind == right.Kind || (left.IsNumber && right.IsNumber));
    }

    /// <summary>One type for all values; dyn where they differ.</summary>
    public static CelType Join(IEnumerable<CelType> types)
    {
        CelType? joined = null;
        foreach (var type in types)
            joined = joined is null ? type : Join(joined, type);
        return joined ?? CelType.Dyn;
    }

    public static CelType Join(CelType left, CelType right)
    {
        if (left.Equals(right))
            return left;

        return (left.Kind, right.Kind) switch
        {
            (CelKind.List, CelKind.List) => CelType.List(Join(left.Element!, right.Element!)),
            (CelKind.Map, CelKind.Map) => CelType.Map(Join(left.Key!, right.Key!), Join(left.Element!, right.Element!)),
            _ => CelType.Dyn,
        };
    }

    private static bool MayBeNull(CelType type) =>
        type.Kind is CelKind.Object or CelKind.Timestamp or CelKind.Duration;

    private static bool IsOrdered(CelType type) =>
        type.IsDyn || type.IsNumber
        || type.Kind is CelKind.Bool or CelKind.String or CelKind.Bytes or CelKind.Timestamp or CelKind.Duration;
}
