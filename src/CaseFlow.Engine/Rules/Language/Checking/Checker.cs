using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Gives names their meaning and expressions their types, and collects everything that does not fit.</summary>
/// <remarks>Unchecked, it leaves what does not fit to the evaluation, as the specification's dynamic mode does.</remarks>
internal sealed partial class Checker(SourceText source, CelScope scope, bool isChecked)
{
    private readonly List<CelIssue> _issues = [];
    private readonly Stack<Local> _locals = new();

    /// <exception cref="CelException">Something does not fit.</exception>
    public Bound Check(Node node)
    {
        var root = Bind(node);
        if (_issues.Count > 0)
            throw new CelException([.. _issues.OrderBy(issue => (issue.Line, issue.Column))]);

        return root;
    }

    private Bound Bind(Node node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw TooLarge(node);

        var bound = node switch
        {
            LiteralNode literal => new BoundConstant(literal.Value, literal.Type),
            NameNode name => BindName(name),
            SelectNode select => BindSelect(select),
            IndexNode index => BindIndex(index),
            CallNode call => BindCall(call),
            LogicNode logic => new BoundLogic(logic.IsAnd, BindBool(logic.Left), BindBool(logic.Right)),
            ChoiceNode choice => BindChoice(choice),
            ListNode list => BindList(list),
            MapNode map => BindMap(map),
            LoopNode loop => BindLoop(loop),
            _ => throw new InvalidOperationException($"unknown syntax {node.GetType().Name}"),
        };
        if (bound.Size > CelLimits.InlinedSize || bound.Depth > CelLimits.Nesting)
            throw TooLarge(node);

        return ConstantFolding.Fold(bound);
    }

    private BoundChoice BindChoice(ChoiceNode choice)
    {
        var condition = BindBool(choice.Condition);
        var then = Bind(choice.Then);
        var otherwise = Bind(choice.Otherwise);
        if (isChecked && !TypeRules.Comparable(then.Type, otherwise.Type))
        {
            var message = $"both sides of ':' must have one type, found {then.Type} and {otherwise.Type}";
            Report(choice.Otherwise.Position, message, then.Type.ToString());
        }

        return new BoundChoice(condition, then, otherwise, TypeRules.Join(then.Type, otherwise.Type));
    }

    private BoundList BindList(ListNode list)
    {
        var elements = list.Elements.Select(Bind).ToList();
        return new BoundList(elements, CelType.List(TypeRules.Join(elements.Select(element => element.Type))));
    }

    private BoundMap BindMap(MapNode map)
    {
        var entries = map.Entries
            .Select(entry => new KeyValuePair<Bound, Bound>(Bind(entry.Key), Bind(entry.Value))).ToList();
        foreach (var (key, node) in entries.Zip(map.Entries, (bound, written) => (bound.Key, written.Key)))
        {
            if (isChecked && key.Type.Kind is not (CelKind.Bool or CelKind.Int or CelKind.UInt or CelKind.String or CelKind.Dyn))
                Report(node.Position, $"a map cannot have a key of type {key.Type}", "bool, int, uint or string");
        }

        var keys = TypeRules.Join(entries.Select(entry => entry.Key.Type));
        return new BoundMap(entries, CelType.Map(keys, TypeRules.Join(entries.Select(entry => entry.Value.Type))));
    }

    private BoundLoop BindLoop(LoopNode loop)
    {
        var range = Bind(loop.Range);
        if (isChecked && range.Type.Kind is not (CelKind.List or CelKind.Map or CelKind.Dyn))
            Report(loop.Position, $"only lists and maps can be gone through, found {range.Type}", "list or map");

        var element = range.Type.Kind switch
        {
            CelKind.List => range.Type.Element!,
            CelKind.Map => range.Type.Key!,
            _ => CelType.Dyn,
        };
        var local = new Local(loop.Variable, element);
        _locals.Push(local);
        var predicate = loop.Predicate is null ? null : BindBool(loop.Predicate);
        var transform = loop.Transform is null ? null : Bind(loop.Transform);
        _locals.Pop();
        var type = loop.Kind switch
        {
            LoopKind.Filter => CelType.List(element),
            LoopKind.Map => CelType.List(transform!.Type),
            _ => CelType.Bool,
        };
        return new BoundLoop(loop.Kind, local, range, predicate, transform, type);
    }

    private Bound BindBool(Node node)
    {
        var bound = Bind(node);
        if (isChecked && !TypeRules.Fits(bound.Type, CelType.Bool))
            Report(node.Position, $"expected bool, found {bound.Type}", "bool");

        return bound;
    }

    private CelException TooLarge(Node node) =>
        new([source.Issue(node.Position, "the expression is too large or nests too deep once its definitions are written out")]);

    private void Report(int position, string message, string? expected = null) =>
        _issues.Add(source.Issue(position, message, expected));

    /// <summary>Reports, and stands in for what is wrong; its type fits everywhere, so that one mistake is one issue.</summary>
    private BoundError Wrong(int position, string message, string? expected = null)
    {
        if (isChecked)
            Report(position, message, expected);
        return new BoundError(message);
    }
}
