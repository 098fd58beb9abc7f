using System.Collections.Immutable;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>What a name can stand for.</summary>
internal abstract record ScopeEntry;

internal sealed record ConstantEntry(ImmutableDictionary<string, BoundConstant> Fields) : ScopeEntry;

internal sealed record DefinitionEntry(Bound Root) : ScopeEntry;

internal sealed record VariableEntry(CelType Type) : ScopeEntry;

internal sealed record InputEntry(Type Input, ObjectField Field) : ScopeEntry;
