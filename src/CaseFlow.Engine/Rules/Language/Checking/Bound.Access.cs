namespace CaseFlow.Engine.Rules.Language;

/// <summary>A field of a facts object, or whether it has a value.</summary>
internal sealed class BoundField(Bound target, ObjectField field, string path, bool isTest)
    : Bound(isTest ? CelType.Bool : field.Type, target)
{
    public Bound Target { get; } = target;

    public ObjectField Field { get; } = field;

    /// <summary>As written, for messages.</summary>
    public string Path { get; } = path;

    public bool IsTest { get; } = isTest;

    public override bool CanFail => Target.CanFail || (Field.IsOptional && !IsTest);
}

/// <summary>A key of a map by name, or a field of something of unknown type.</summary>
internal sealed class BoundKey(Bound target, string key, CelType type, bool isTest) : Bound(isTest ? CelType.Bool : type, target)
{
    public Bound Target { get; } = target;

    public string Key { get; } = key;

    public bool IsTest { get; } = isTest;

    public override bool CanFail => true;
}

internal sealed class BoundIndex(Bound target, Bound index, CelType type) : Bound(type, target, index)
{
    public Bound Target { get; } = target;

    public Bound Index { get; } = index;

    public override bool CanFail => true;
}

internal sealed class BoundList(IReadOnlyList<Bound> elements, CelType type) : Bound(type, elements)
{
    public IReadOnlyList<Bound> Elements { get; } = elements;

    public override bool IsConstant => Elements.All(element => element.IsConstant);
}

internal sealed class BoundMap(IReadOnlyList<KeyValuePair<Bound, Bound>> entries, CelType type)
    : Bound(type, [.. entries.SelectMany(entry => new[] { entry.Key, entry.Value })])
{
    public IReadOnlyList<KeyValuePair<Bound, Bound>> Entries { get; } = entries;

    public override bool CanFail => true;

    public override bool IsConstant => Entries.All(entry => entry.Key.IsConstant && entry.Value.IsConstant);
}
