namespace CaseFlow.Engine.Rules.Language;

/// <summary>The names that stand for types as values.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, CelType> Types = new CelType[]
    {
        CelType.Bool, CelType.Int, CelType.UInt, CelType.Double, CelType.String, CelType.Bytes, CelType.Null, CelType.Type,
        CelType.Timestamp, CelType.Duration, CelType.List(CelType.Dyn), CelType.Map(CelType.Dyn, CelType.Dyn),
    }.ToDictionary(type => type.Name);

    public static CelType? Find(string name) => Types.GetValueOrDefault(name);
}
