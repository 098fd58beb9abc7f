using System.Reflection;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>One signature of a function and the method behind it.</summary>
internal sealed record Overload(
    string Name,
    bool IsMethod,
    bool IsTotal,
    IReadOnlyList<CelType> Parameters,
    CelType Result,
    MethodInfo Method)
{
    /// <summary>Whether the method takes the meter of the evaluation as its last parameter.</summary>
    public bool TakesCost => Method.GetParameters().Length > Parameters.Count;

    public static Overload Of(CelFunctionAttribute function, MethodInfo method)
    {
        var parameters = method.GetParameters().Where(parameter => !parameter.ParameterType.IsByRef);
        return new Overload(
            function.Name,
            function.IsMethod,
            function.IsTotal,
            [.. parameters.Select(parameter => ClrTypes.ToCel(parameter.ParameterType)!)],
            ClrTypes.ToCel(method.ReturnType)!,
            method);
    }

    public bool Accepts(IReadOnlyList<CelType> arguments) =>
        arguments.Count == Parameters.Count
        && Parameters.Zip(arguments).All(pair => TypeRules.Fits(pair.Second, pair.First));

    public override string ToString()
    {
        var arguments = string.Join(", ", IsMethod ? Parameters.Skip(1) : Parameters);
        return IsMethod ? $"{Parameters[0]}.{Name}({arguments})" : $"{Name}({arguments})";
    }
}
