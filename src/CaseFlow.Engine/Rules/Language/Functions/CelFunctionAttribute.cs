namespace CaseFlow.Engine.Rules.Language;

/// <summary>A standard function or operator; the types are those of the method.</summary>
/// <remarks>A last parameter <c>ref long cost</c> is the meter of the evaluation and not an argument.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CelFunctionAttribute(string name) : Attribute
{
    /// <summary>The name in the specification: <c>_+_</c> for the operator +.</summary>
    public string Name { get; } = name;

    /// <summary>Called as <c>x.name()</c>.</summary>
    public bool IsMethod { get; init; }

    /// <summary>Has a value for all arguments.</summary>
    public bool IsTotal { get; init; }
}
