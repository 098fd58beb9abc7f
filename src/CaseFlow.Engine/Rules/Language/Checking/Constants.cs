namespace CaseFlow.Engine.Rules.Language;

/// <summary>Constants of the host as values of the language; lists of one simple type become typed arrays.</summary>
internal static class Constants
{
    public static BoundConstant From(object? value) => Of(ValueType.From(value));

    public static BoundConstant Of(object? value) => value switch
    {
        IReadOnlyList<object?> list => OfList(list),
        CelMap map => new BoundConstant(map, CelType.Map(
            TypeRules.Join(map.Keys.Select(ValueType.Of)), TypeRules.Join(map.Values.Select(item => Of(item).Type)))),
        _ => new BoundConstant(value, ValueType.Of(value)),
    };

    private static BoundConstant OfList(IReadOnlyList<object?> list)
    {
        var element = TypeRules.Join(list.Select(item => Of(item).Type));
        object typed = element.Kind switch
        {
            CelKind.Bool => list.Cast<bool>().ToArray(),
            CelKind.Int => list.Cast<long>().ToArray(),
            CelKind.UInt => list.Cast<ulong>().ToArray(),
            CelKind.Double => list.Cast<double>().ToArray(),
            CelKind.String => list.Cast<string>().ToArray(),
            _ => list.ToArray(),
        };
        return new BoundConstant(typed, CelType.List(element));
    }
}
