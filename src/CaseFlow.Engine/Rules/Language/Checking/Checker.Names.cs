namespace CaseFlow.Engine.Rules.Language;

/// <content>Names, fields and indexes.</content>
internal sealed partial class Checker
{
    private IEnumerable<string> Visible => scope.Names.Concat(_locals.Select(local => local.Name));

    private Bound BindName(NameNode name)
    {
        if (FindLocal(name) is { } local)
            return local;
        if (FindGlobal(name.Name) is { } global)
            return global;

        if (!isChecked)
            return new BoundUnchecked([name.Name]);

        var message = $"unknown name '{name.Name}'; {Suggestion.For(name.Name, Visible)}";
        return Wrong(name.Position, message, "a name that is known here");
    }

    /// <remarks>a.b.c is first something named a.b.c, then the field c of something named a.b, then of a.</remarks>
    private Bound BindSelect(SelectNode select)
    {
        if (!select.IsTest && Parts(select) is { } parts)
        {
            if (FindGlobal(string.Join('.', parts)) is { } global)
                return global;
            if (!isChecked && FindGlobal(parts[0]) is null)
                return new BoundUnchecked(parts);
        }

        if (select.Target is NameNode name && FindLocal(name) is null && scope.Find(name.Name) is ConstantEntry constants)
            return SelectConstant(constants, name, select);

        var target = Bind(select.Target);
        return target.Type.Kind switch
        {
            CelKind.Object => SelectField(target, select),
            CelKind.Map => SelectKey(target, select),
            CelKind.Dyn => new BoundKey(target, select.Field, CelType.Dyn, select.IsTest),
            _ => Wrong(select.Position, $"{target.Type} has no field '{select.Field}'", "an object or map before the dot"),
        };
    }

    private Bound SelectConstant(ConstantEntry constants, NameNode name, SelectNode select)
    {
        if (!constants.Fields.TryGetValue(select.Field, out var value))
        {
            return Wrong(
                select.Position,
                $"{name.Name} has no '{select.Field}'; {Suggestion.For(select.Field, constants.Fields.Keys)}",
                $"a field of {name.Name}");
        }

        return select.IsTest ? new BoundConstant(value.Value is not null, CelType.Bool) : value;
    }

    private Bound SelectField(Bound target, SelectNode select)
    {
        var shape = ObjectShape.Of(target.Type.ClrType!);
        if (shape.Find(select.Field) is not { } field)
        {
            return Wrong(
                select.Position,
                $"{PathOf(select.Target)} has no '{select.Field}'; {Suggestion.For(select.Field, shape.Names)}",
                $"a field of {target.Type}");
        }

        return new BoundField(target, field, PathOf(select), select.IsTest);
    }

    private Bound SelectKey(Bound target, SelectNode select) =>
        TypeRules.Fits(CelType.String, target.Type.Key!)
            ? new BoundKey(target, select.Field, target.Type.Element!, select.IsTest)
            : Wrong(select.Position, $"the keys of {target.Type} are not strings", $"a key of type {target.Type.Key}");

    private Bound BindIndex(IndexNode node)
    {
        var target = Bind(node.Target);
        var index = Bind(node.Index);
        var (expected, result) = target.Type.Kind switch
        {
            CelKind.List => (CelType.Int, target.Type.Element!),
            CelKind.Map => (target.Type.Key!, target.Type.Element!),
            _ => (CelType.Dyn, CelType.Dyn),
        };
        if (isChecked && target.Type.Kind is not (CelKind.List or CelKind.Map or CelKind.Dyn))
            return Wrong(node.Position, $"{target.Type} has no elements", "a list or map before the bracket");
        if (isChecked && !TypeRules.Fits(index.Type, expected))
            return Wrong(node.Index.Position, $"{target.Type} is indexed by {expected}, found {index.Type}", expected.ToString());

        return new BoundIndex(target, index, result);
    }

    private BoundLocal? FindLocal(NameNode name) =>
        !name.Leading && _locals.FirstOrDefault(local => local.Name == name.Name) is { } local ? new BoundLocal(local) : null;

    private Bound? FindGlobal(string name) => scope.Find(name) switch
    {
        InputEntry input => new BoundInput(input.Input, input.Field),
        VariableEntry variable => new BoundVariable(name, variable.Type),
        DefinitionEntry definition => definition.Root,
        ConstantEntry constants => AsMap(constants),
        _ => TypeNames.Find(name) is { } type ? new BoundConstant(type, CelType.Type) : null,
    };

    private static BoundConstant AsMap(ConstantEntry constants)
    {
        var map = new CelMap();
        foreach (var (key, value) in constants.Fields)
            map.Add(key, ValueType.From(value.Value));
        return new BoundConstant(map, CelType.Map(CelType.String, CelType.Dyn));
    }

    /// <summary>The names of a chain of selections that starts with a global name; null for anything else.</summary>
    private List<string>? Parts(Node node) => node switch
    {
        NameNode name => FindLocal(name) is null ? [name.Name] : null,
        SelectNode { IsTest: false } select when Parts(select.Target) is { } parts => [.. parts, select.Field],
        _ => null,
    };

    private static string PathOf(Node node) => node switch
    {
        NameNode name => name.Name,
        SelectNode select => $"{PathOf(select.Target)}.{select.Field}",
        IndexNode index => $"{PathOf(index.Target)}[]",
        CallNode { IsOperator: false } call => $"{call.Function}()",
        _ => "the value",
    };
}
