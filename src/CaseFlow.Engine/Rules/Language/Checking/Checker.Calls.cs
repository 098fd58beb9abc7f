namespace CaseFlow.Engine.Rules.Language;

/// <content>Operators and functions.</content>
internal sealed partial class Checker
{
    private Bound BindCall(CallNode call)
    {
        var written = call.Target is null ? call.Arguments : [call.Target, .. call.Arguments];
        var arguments = written.Select(Bind).ToList();
        return call switch
        {
            { IsOperator: true } => BindOperator(call, arguments),
            { Function: "size" } when arguments.Count == 1 => BindSize(call, arguments[0]),
            { Function: "type", Target: null } when arguments.Count == 1 => new BoundTypeOf(arguments[0]),
            { Function: "dyn", Target: null } when arguments.Count == 1 => new BoundDyn(arguments[0]),
            _ => BindFunction(call, call.Function, arguments, call.Target is not null),
        };
    }

    private Bound BindOperator(CallNode call, List<Bound> arguments)
    {
        switch (call.Function)
        {
            case "!_":
                return arguments[0].Type.Kind is CelKind.Bool or CelKind.Dyn || !isChecked
                    ? new BoundNot(arguments[0])
                    : Wrong(call.Arguments[0].Position, $"expected bool, found {arguments[0].Type}", "bool");
            case "_==_" or "_!=_":
                return !isChecked || TypeRules.Comparable(arguments[0].Type, arguments[1].Type)
                    ? new BoundEquality(arguments[0], arguments[1], call.Function == "_!=_")
                    : Mismatch(call, arguments, arguments[0].Type.ToString());
            case "_<_" or "_<=_" or "_>_" or "_>=_":
                return !isChecked || TypeRules.HasOrder(arguments[0].Type, arguments[1].Type)
                    ? new BoundOrder(Operators.Shown(call.Function), arguments[0], arguments[1])
                    : Mismatch(call, arguments, arguments[0].Type.ToString());
            case "@in":
                return BindMembership(call, arguments[0], arguments[1]);
            default:
                return BindFunction(call, call.Function, arguments, isMethod: false);
        }
    }

    private Bound BindMembership(CallNode call, Bound element, Bound container)
    {
        var expected = container.Type.Kind switch
        {
            CelKind.List => container.Type.Element!,
            CelKind.Map => container.Type.Key!,
            _ => CelType.Dyn,
        };
        if (isChecked && container.Type.Kind is not (CelKind.List or CelKind.Map or CelKind.Dyn))
        {
            var message = $"'in' needs a list or map on its right, found {container.Type}";
            return Wrong(call.Arguments[1].Position, message, "list or map");
        }

        if (isChecked && !TypeRules.Comparable(element.Type, expected))
            return Wrong(call.Arguments[0].Position, $"{container.Type} cannot contain {element.Type}", expected.ToString());

        return new BoundMembership(element, container);
    }

    private Bound BindSize(CallNode call, Bound operand)
    {
        var hasSize = operand.Type.Kind is CelKind.List or CelKind.Map or CelKind.String or CelKind.Bytes or CelKind.Dyn;
        return hasSize || !isChecked
            ? new BoundSize(operand)
            : Wrong(call.Position, $"{operand.Type} has no size", "string, bytes, list or map");
    }

    private Bound BindFunction(CallNode call, string name, List<Bound> arguments, bool isMethod)
    {
        var all = StandardLibrary.Find(name, isMethod);
        if (all.Count == 0)
        {
            var kind = isMethod ? "method" : "function";
            var message = $"unknown {kind} '{name}'; {Suggestion.For(name, StandardLibrary.Names)}";
            return Wrong(call.Position, message, $"a {kind} of the language");
        }

        var fitting = all.Where(overload => overload.Accepts([.. arguments.Select(argument => argument.Type)])).ToList();
        if (fitting.Count == 0)
        {
            if (isChecked)
                return Mismatch(call, arguments, string.Join(" or ", all.Select(Shown)));

            fitting = [.. all.Where(overload => overload.Parameters.Count == arguments.Count)];
            if (fitting.Count == 0)
                return new BoundError($"'{name}' takes another number of arguments");
        }

        CheckLiterals(call, name, arguments);
        return new BoundCall(name, fitting, arguments, ResultOf(name, fitting, arguments));
    }

    private static CelType ResultOf(string name, List<Overload> fitting, List<Bound> arguments)
    {
        if (name == "_+_" && arguments.All(argument => argument.Type.Kind == CelKind.List))
            return TypeRules.Join(arguments.Select(argument => argument.Type));

        return fitting.Skip(1).All(overload => overload.Result.Equals(fitting[0].Result)) ? fitting[0].Result : CelType.Dyn;
    }

    /// <summary>Finds a pattern, instant or duration that is written down wrong before any evaluation does.</summary>
    private void CheckLiterals(CallNode call, string name, List<Bound> arguments)
    {
        var isRead = isChecked && name is "matches" or "timestamp" or "duration";
        if (!isRead || call.Arguments[^1] is not LiteralNode { Value: string text } literal)
            return;

        try
        {
            switch (name)
            {
                case "matches":
                    Pattern.Check(text);
                    break;
                case "timestamp":
                    TimestampText.Parse(text);
                    break;
                default:
                    DurationText.Parse(text);
                    break;
            }
        }
        catch (CelEvaluationException error)
        {
            var expected = name == "matches" ? "a regular expression in the syntax of RE2" : $"a {name}";
            Report(literal.Position, error.Message, expected);
        }
    }

    private BoundError Mismatch(CallNode call, List<Bound> arguments, string expected)
    {
        var types = string.Join(" and ", arguments.Select(argument => argument.Type));
        var isNull = arguments.Any(argument => argument.Type.Kind == CelKind.Null);
        var hint = isNull ? "; whether a field has a value is tested with has" : "";
        var message = $"'{Operators.Shown(call.Function)}' cannot take {types}; expected {expected}{hint}";
        return Wrong(call.Position, message, expected);
    }

    private static string Shown(Overload overload)
    {
        if (overload.Name == "-_")
            return $"-{overload.Parameters[0]}";
        return overload.Name.StartsWith('_')
            ? string.Join($" {Operators.Shown(overload.Name)} ", overload.Parameters)
            : overload.ToString();
    }
}
