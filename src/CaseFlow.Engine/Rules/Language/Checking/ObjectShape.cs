using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>A field of a facts class.</summary>
/// <param name="Name">The property's name in camelCase.</param>
/// <param name="Property">The property behind it.</param>
/// <param name="Type">Its type in the language.</param>
/// <param name="IsOptional">Whether it can be without a value.</param>
internal sealed record ObjectField(string Name, PropertyInfo Property, CelType Type, bool IsOptional);

/// <summary>The fields of a facts class: its public readable properties of types that the language has.</summary>
internal sealed class ObjectShape
{
    private static readonly ConcurrentDictionary<Type, ObjectShape> Known = new();

    private readonly Dictionary<string, ObjectField> _fields;

    private ObjectShape(Type type)
    {
        var nullability = new NullabilityInfoContext();
        _fields = type.GetInterfaces().Where(_ => type.IsInterface).Prepend(type)
            .SelectMany(declaring => declaring.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Select(property => Field(property, nullability))
            .OfType<ObjectField>()
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name);
    }

    public IEnumerable<string> Names => _fields.Keys;

    public static ObjectShape Of(Type type) => Known.GetOrAdd(type, static clr => new ObjectShape(clr));

    public ObjectField? Find(string name) => _fields.GetValueOrDefault(name);

    private static ObjectField? Field(PropertyInfo property, NullabilityInfoContext nullability)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var inner = Nullable.GetUnderlyingType(property.PropertyType);
        var type = ClrTypes.ToCel(inner ?? property.PropertyType);
        if (type is null)
            return null;

        var isOptional = inner is not null
            || (!property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable);
        return new ObjectField(name, property, type, isOptional);
    }
}
