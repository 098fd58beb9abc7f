using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Engine.Storage;

/// <summary>How the engine's own value types stand in a database.</summary>
internal static class Conversions
{
    /// <summary>Ids as 16 bytes on SQLite (half the size of text, and in the order of their making), as the server's own type elsewhere.</summary>
    public static void Apply(ModelConfigurationBuilder builder, bool sqlite)
    {
        Id<SchoolId>(builder, sqlite, v => v.Value, v => new SchoolId(v));
        Id<ChildId>(builder, sqlite, v => v.Value, v => new ChildId(v));
        Id<StaffId>(builder, sqlite, v => v.Value, v => new StaffId(v));
        Id<ClassId>(builder, sqlite, v => v.Value, v => new ClassId(v));
        if (sqlite)
            builder.Properties<Guid>().HaveConversion<GuidBytes>();
        builder.Properties<CaseNo>().HaveConversion<Number<CaseNo>>();
        builder.Properties<FlagNo>().HaveConversion<Number<FlagNo>>();
        builder.Properties<TaskNo>().HaveConversion<Number<TaskNo>>();
        builder.Properties<EscalationNo>().HaveConversion<Number<EscalationNo>>();
        builder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        builder.Properties<decimal>().HavePrecision(9, 2);
        builder.Properties<List<string>>().HaveConversion<Several, SeveralComparer>();
    }

    private static void Id<T>(ModelConfigurationBuilder builder, bool sqlite, Func<T, Guid> to, Func<Guid, T> from)
        where T : struct
    {
        IdAccess<T>.To = to;
        IdAccess<T>.From = from;
        if (sqlite)
            builder.Properties<T>().HaveConversion<IdBytes<T>>();
        else
            builder.Properties<T>().HaveConversion<IdGuid<T>>();
    }

    private static class IdAccess<T>
    {
        public static Func<T, Guid> To { get; set; } = _ => default;

        public static Func<Guid, T> From { get; set; } = _ => default!;
    }

    private sealed class IdBytes<T>() : ValueConverter<T, byte[]>(v => IdAccess<T>.To(v).ToByteArray(true), v => IdAccess<T>.From(new Guid(v, true)))
        where T : struct;

    private sealed class IdGuid<T>() : ValueConverter<T, Guid>(v => IdAccess<T>.To(v), v => IdAccess<T>.From(v))
        where T : struct;

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(v => v.ToByteArray(true), v => new Guid(v, true));

    private sealed class Number<T>() : ValueConverter<T, int>(v => v.Value, v => Of<T>(v))
        where T : struct, INumbered<T>;

    private static T Of<T>(int value)
        where T : struct, INumbered<T> => T.Of(value);

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTime>(
        v => v.UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

    /// <summary>Codes such as roles and categories: none has a semicolon in it.</summary>
    private sealed class Several() : ValueConverter<List<string>, string>(
        v => string.Join(';', v), v => v.Split(';', StringSplitOptions.RemoveEmptyEntries).ToList());

    private sealed class SeveralComparer() : Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<List<string>>(
        (a, b) => a!.SequenceEqual(b!), v => v.Aggregate(0, (h, s) => HashCode.Combine(h, s.GetHashCode(StringComparison.Ordinal))), v => v.ToList());
}
