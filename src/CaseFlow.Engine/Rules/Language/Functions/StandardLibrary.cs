using System.Reflection;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>All functions and operators that are ordinary calls, found by <see cref="CelFunctionAttribute"/>.</summary>
internal static class StandardLibrary
{
    private static readonly Type[] Sources =
    [
        typeof(IntArithmetic), typeof(UIntArithmetic), typeof(DoubleArithmetic), typeof(TimeArithmetic),
        typeof(Concatenation), typeof(TextFunctions), typeof(Conversions), typeof(TimeConversions),
        typeof(TimestampParts), typeof(DurationParts),
    ];

    private static readonly ILookup<string, Overload> ByName = Sources
        .SelectMany(source => source.GetMethods(BindingFlags.Static | BindingFlags.Public))
        .SelectMany(
            method => method.GetCustomAttributes<CelFunctionAttribute>(), (method, function) => Overload.Of(function, method))
        .ToLookup(overload => overload.Name);

    /// <summary>Names that are handled by the checker itself and have no method of their own.</summary>
    private static readonly string[] Special = ["size", "type", "dyn", "has"];

    public static IReadOnlyList<Overload> Find(string name, bool isMethod) =>
        [.. ByName[name].Where(overload => overload.IsMethod == isMethod)];

    public static IEnumerable<string> Names =>
        ByName.Select(group => group.Key).Concat(Special).Where(name => char.IsLetter(name[0]));
}
