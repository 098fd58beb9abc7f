using System.Collections.Immutable;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>What the names in an expression mean. Immutable; each method returns a scope with one more meaning.</summary>
/// <remarks>A later meaning of a name replaces an earlier one.</remarks>
public sealed class CelScope
{
    private readonly ImmutableDictionary<string, ScopeEntry> _entries;

    private CelScope(ImmutableDictionary<string, ScopeEntry> entries, Type? input)
    {
        _entries = entries;
        Input = input;
    }

    /// <summary>Nothing but the language itself.</summary>
    public static CelScope Empty { get; } = new(ImmutableDictionary<string, ScopeEntry>.Empty, null);

    /// <summary>The facts class; null without one.</summary>
    internal Type? Input { get; }

    internal IEnumerable<string> Names =>
        Input is null ? _entries.Keys : _entries.Keys.Concat(ObjectShape.Of(Input).Names);

    /// <summary>Each public readable property of the class is a variable, under its name in camelCase.</summary>
    public CelScope WithInput(Type input) => new(_entries, input);

    /// <summary>An object of constants, such as the parameters of a rule.</summary>
    /// <param name="name">The name of the object.</param>
    /// <param name="fields">Its fields: numbers, strings, booleans, and lists of those.</param>
    public CelScope WithConstant(string name, IReadOnlyDictionary<string, object?> fields) =>
        With(name, new ConstantEntry(fields.ToImmutableDictionary(field => field.Key, field => Constants.From(field.Value))));

    /// <summary>A checked expression under a name; it is written out in place of the name.</summary>
    public CelScope WithDefinition(string name, CelExpression expression) => With(name, new DefinitionEntry(expression.Root));

    /// <summary>A variable that <see cref="CelExpression.Evaluate"/> finds in its dictionary; the name may have dots.</summary>
    public CelScope WithVariable(string name, CelType type) => With(name, new VariableEntry(type));

    internal ScopeEntry? Find(string name)
    {
        if (_entries.TryGetValue(name, out var entry))
            return entry;

        return Input is not null && ObjectShape.Of(Input).Find(name) is { } field ? new InputEntry(Input, field) : null;
    }

    private CelScope With(string name, ScopeEntry entry) => new(_entries.SetItem(name, entry), Input);
}
