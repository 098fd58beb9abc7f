using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Children;

// Ids compare so that rows can be put in the order of their keys, which is done at every commit, without comparing byte by byte.

/// <summary>A school; every row belongs to one.</summary>
public readonly record struct SchoolId(Guid Value) : IComparable<SchoolId>
{
    public int CompareTo(SchoolId other) => Value.CompareTo(other.Value);
}

/// <summary>A child on file; also names the child's stream in the journal.</summary>
[JsonConverter(typeof(ChildIdJson))]
public readonly record struct ChildId(Guid Value) : IComparable<ChildId>
{
    public int CompareTo(ChildId other) => Value.CompareTo(other.Value);
}

/// <summary>A member of staff.</summary>
[JsonConverter(typeof(StaffIdJson))]
public readonly record struct StaffId(Guid Value) : IComparable<StaffId>
{
    public int CompareTo(StaffId other) => Value.CompareTo(other.Value);
}

/// <summary>A class of a school.</summary>
public readonly record struct ClassId(Guid Value) : IComparable<ClassId>
{
    public int CompareTo(ClassId other) => Value.CompareTo(other.Value);
}

/// <summary>Gives a new id; ids that sort by the time of their making (UUID version 7) keep inserts cheap.</summary>
public delegate Guid NewId();

internal sealed class ChildIdJson : JsonConverter<ChildId>
{
    public override ChildId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, ChildId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class StaffIdJson : JsonConverter<StaffId>
{
    public override StaffId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, StaffId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
