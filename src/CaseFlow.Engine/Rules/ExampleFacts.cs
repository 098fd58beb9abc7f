using System.Collections;
using System.Reflection;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>Facts as an example in a rule file gives them: what it leaves out is empty, false or zero.</summary>
internal static class ExampleFacts
{
    /// <summary>A child of whom nothing is on record.</summary>
    public static ChildFacts Nothing { get; } = (ChildFacts)Build(typeof(ChildFacts), null)!;

    public static ChildFacts Read(FileNode given) => (ChildFacts)Build(typeof(ChildFacts), given)!;

    private static object? Build(Type type, FileNode? node)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return node is null ? null : Build(inner, node);
        if (type == typeof(string))
            return node?.AsText() ?? "";
        if (type.IsValueType)
            return node is null ? Activator.CreateInstance(type) : Scalar(type, node);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Elements(type.GetGenericArguments()[0], node);
        return Record(type, node);
    }

    private static object? Scalar(Type type, FileNode node)
    {
        var value = node.AsValue();
        if (value?.GetType() == type)
            return value;
        node.Report($"expected {(type == typeof(long) ? "a whole number" : "true or false")}");
        return Activator.CreateInstance(type);
    }

    private static IList Elements(Type element, FileNode? node)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in node?.Elements() ?? [])
            list.Add(Build(element, item));
        return list;
    }

    private static object Record(Type type, FileNode? node)
    {
        var parameters = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length)
            .First(c => c.GetParameters() is not [{ } only] || only.ParameterType != type).GetParameters();
        node?.Knows([.. parameters.Select(p => Camel(p.Name!))]);
        var constructor = (ConstructorInfo)parameters.FirstOrDefault()?.Member! ?? type.GetConstructor(Type.EmptyTypes)!;
        return constructor.Invoke([.. parameters.Select(p => Build(p.ParameterType, node?.Maybe(Camel(p.Name!))))]);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
