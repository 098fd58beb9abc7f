namespace CaseFlow.Engine.Rules.Language;

/// <summary>Which type of the language a CLR type is, and the CLR type that values of a type are computed in.</summary>
internal static class ClrTypes
{
    /// <summary>Lists of lists of lists and so on are boxed from here: the runtime is slow to make types that nest deep.</summary>
    private const int DeepestTypedList = 3;

    private static readonly Dictionary<Type, CelType> Simple = new()
    {
        [typeof(bool)] = CelType.Bool,
        [typeof(long)] = CelType.Int,
        [typeof(int)] = CelType.Int,
        [typeof(short)] = CelType.Int,
        [typeof(byte)] = CelType.Int,
        [typeof(ulong)] = CelType.UInt,
        [typeof(uint)] = CelType.UInt,
        [typeof(double)] = CelType.Double,
        [typeof(float)] = CelType.Double,
        [typeof(string)] = CelType.String,
        [typeof(byte[])] = CelType.Bytes,
        [typeof(CelTimestamp)] = CelType.Timestamp,
        [typeof(DateTimeOffset)] = CelType.Timestamp,
        [typeof(CelDuration)] = CelType.Duration,
        [typeof(TimeSpan)] = CelType.Duration,
        [typeof(CelType)] = CelType.Type,
        [typeof(CelMap)] = CelType.Map(CelType.Dyn, CelType.Dyn),
        [typeof(object)] = CelType.Dyn,
    };

    /// <summary>Null where the language has no such type.</summary>
    public static CelType? ToCel(Type clr)
    {
        if (Simple.TryGetValue(clr, out var simple))
            return simple;
        if (ElementOf(clr) is { } element)
            return ToCel(element) is { } inner ? CelType.List(inner) : null;

        var isFacts = (clr.IsClass || clr.IsInterface) && clr.Namespace?.StartsWith("System", StringComparison.Ordinal) != true;
        return isFacts && !clr.IsSubclassOf(typeof(Delegate)) ? CelType.Object(clr) : null;
    }

    /// <summary>The type in which values are handed to functions, stored in lists and returned.</summary>
    public static Type ToClr(CelType type) => type.Kind switch
    {
        CelKind.Bool => typeof(bool),
        CelKind.Int => typeof(long),
        CelKind.UInt => typeof(ulong),
        CelKind.Double => typeof(double),
        CelKind.String => typeof(string),
        CelKind.Bytes => typeof(byte[]),
        CelKind.Timestamp => typeof(CelTimestamp),
        CelKind.Duration => typeof(CelDuration),
        CelKind.List when ListDepth(type) > DeepestTypedList => typeof(IReadOnlyList<object?>),
        CelKind.List => typeof(IReadOnlyList<>).MakeGenericType(ToClr(type.Element!)),
        CelKind.Map => typeof(CelMap),
        CelKind.Type => typeof(CelType),
        CelKind.Object => type.ClrType!,
        _ => typeof(object),
    };

    private static int ListDepth(CelType type)
    {
        var depth = 0;
        for (var inner = type; inner?.Kind == CelKind.List; inner = inner.Element)
            depth++;
        return depth;
    }

    /// <summary>The T of a type that is an IReadOnlyList of T; null for others, and for bytes.</summary>
    public static Type? ElementOf(Type clr)
    {
        if (clr == typeof(byte[]) || clr.IsValueType)
            return null;

        return clr.GetInterfaces().Prepend(clr)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            ?.GetGenericArguments()[0];
    }
}
