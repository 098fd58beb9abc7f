namespace CaseFlow.Engine.Rules.Language;

/// <summary>A type of the language; as a value it is what <c>type(x)</c> gives.</summary>
public sealed class CelType : IEquatable<CelType>
{
    private readonly string _text;

    private CelType(CelKind kind, string name, string text, CelType? key = null, CelType? element = null, Type? clr = null)
    {
        Kind = kind;
        Name = name;
        _text = text;
        Key = key;
        Element = element;
        ClrType = clr;
    }

    public static CelType Bool { get; } = Simple(CelKind.Bool, "bool");

    public static CelType Int { get; } = Simple(CelKind.Int, "int");

    public static CelType UInt { get; } = Simple(CelKind.UInt, "uint");

    public static CelType Double { get; } = Simple(CelKind.Double, "double");

    public static CelType String { get; } = Simple(CelKind.String, "string");

    public static CelType Bytes { get; } = Simple(CelKind.Bytes, "bytes");

    public static CelType Null { get; } = Simple(CelKind.Null, "null_type");

    public static CelType Timestamp { get; } = new(CelKind.Timestamp, "google.protobuf.Timestamp", "timestamp");

    public static CelType Duration { get; } = new(CelKind.Duration, "google.protobuf.Duration", "duration");

    /// <summary>Known only when evaluated.</summary>
    public static CelType Dyn { get; } = Simple(CelKind.Dyn, "dyn");

    public static CelType Type { get; } = Simple(CelKind.Type, "type");

    /// <summary>The name that the language gives the type of a value: <c>list</c> whatever is in it.</summary>
    public string Name { get; }

    internal CelKind Kind { get; }

    /// <summary>Type of the keys of a map.</summary>
    internal CelType? Key { get; }

    /// <summary>Type of the elements of a list, or of the values of a map.</summary>
    internal CelType? Element { get; }

    /// <summary>The facts class of an object.</summary>
    internal Type? ClrType { get; }

    internal bool IsDyn => Kind == CelKind.Dyn;

    internal bool IsNumber => Kind is CelKind.Int or CelKind.UInt or CelKind.Double;

    public static CelType List(CelType element) =>
        new(CelKind.List, "list", $"list({element})", element: element);

    public static CelType Map(CelType key, CelType value) =>
        new(CelKind.Map, "map", $"map({key}, {value})", key, value);

    /// <summary>Facts: a class whose public properties can be selected by their names in camelCase.</summary>
    public static CelType Object(Type clrType) =>
        new(CelKind.Object, clrType.Name, clrType.Name, clr: clrType);

    public bool Equals(CelType? other) =>
        other is not null && Kind == other.Kind && ClrType == other.ClrType
        && Equals(Key, other.Key) && Equals(Element, other.Element);

    public override bool Equals(object? obj) => Equals(obj as CelType);

    public override int GetHashCode() => HashCode.Combine(Kind, Key, Element, ClrType);

    public override string ToString() => _text;

    private static CelType Simple(CelKind kind, string name) => new(kind, name, name);
}

internal enum CelKind
{
    Bool,
    Int,
    UInt,
    Double,
    String,
    Bytes,
    Null,
    Timestamp,
    Duration,
    List,
    Map,
    Type,
    Object,
    Dyn,
}
