using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Cases;

/// <summary>A place in a child's stream: the first case of a child is 1, the second 2; the same for its flags, tasks, escalations.</summary>
/// <remarks>Counting within the stream needs no source of ids, so decisions stay pure, and a repeat cannot make a second one.</remarks>
public interface INumbered<T>
    where T : struct, INumbered<T>
{
    int Value { get; }

    static abstract T Of(int value);
}

/// <summary>A case of a child.</summary>
[JsonConverter(typeof(NumberedJson<CaseNo>))]
public readonly record struct CaseNo(int Value) : INumbered<CaseNo>, IComparable<CaseNo>
{
    public static CaseNo Of(int value) => new(value);

    public int CompareTo(CaseNo other) => Value.CompareTo(other.Value);
}

/// <summary>A flag of a child.</summary>
[JsonConverter(typeof(NumberedJson<FlagNo>))]
public readonly record struct FlagNo(int Value) : INumbered<FlagNo>, IComparable<FlagNo>
{
    public static FlagNo Of(int value) => new(value);

    public int CompareTo(FlagNo other) => Value.CompareTo(other.Value);
}

/// <summary>A task about a child.</summary>
[JsonConverter(typeof(NumberedJson<TaskNo>))]
public readonly record struct TaskNo(int Value) : INumbered<TaskNo>, IComparable<TaskNo>
{
    public static TaskNo Of(int value) => new(value);

    public int CompareTo(TaskNo other) => Value.CompareTo(other.Value);
}

/// <summary>An escalation about a child.</summary>
[JsonConverter(typeof(NumberedJson<EscalationNo>))]
public readonly record struct EscalationNo(int Value) : INumbered<EscalationNo>, IComparable<EscalationNo>
{
    public static EscalationNo Of(int value) => new(value);

    public int CompareTo(EscalationNo other) => Value.CompareTo(other.Value);
}

/// <summary>Who did something: a member of staff, or the system by itself.</summary>
[JsonConverter(typeof(ActorJson))]
public readonly record struct Actor(StaffId? Staff)
{
    /// <summary>The system: screening, the sweep over due items.</summary>
    public static readonly Actor System;

    public bool IsSystem => Staff is null;

    public static Actor Of(StaffId staff) => new(staff);
}

internal sealed class NumberedJson<T> : JsonConverter<T>
    where T : struct, INumbered<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

internal sealed class ActorJson : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is "system" ? Actor.System : Actor.Of(new StaffId(reader.GetGuid()));

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Staff is { } staff ? staff.Value.ToString() : "system");
}
