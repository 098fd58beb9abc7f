using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Writes a checked expression as an expression tree: typed where types are known, boxed where they are not.</summary>
/// <remarks>
/// Values keep the CLR type that they come in (an int property, an array) until <see cref="Conversion"/> is needed.
/// </remarks>
internal sealed partial class Emitter
{
    private readonly ParameterExpression _root;
    private readonly ParameterExpression _cost = Expression.Variable(typeof(long), "cost");
    private readonly Dictionary<Local, ParameterExpression> _locals = [];

    private Emitter(ParameterExpression root) => _root = root;

    public static Expression<Func<TInput, TResult>> EmitTyped<TInput, TResult>(Bound bound) =>
        new Emitter(Expression.Parameter(typeof(TInput), "facts")).Lambda<Func<TInput, TResult>>(bound, typeof(TResult));

    public static Expression<Func<IReadOnlyDictionary<string, object?>, object?>> EmitDynamic(Bound bound) =>
        new Emitter(Expression.Parameter(typeof(IReadOnlyDictionary<string, object?>), "variables"))
            .Lambda<Func<IReadOnlyDictionary<string, object?>, object?>>(bound, typeof(object));

    private Expression<TDelegate> Lambda<TDelegate>(Bound bound, Type result) =>
        Expression.Lambda<TDelegate>(Expression.Block([_cost], As(bound, result)), _root);

    /// <summary>The value in its own CLR type.</summary>
    private Expression Natural(Bound bound)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return Emit(bound);
    }

    private Expression Emit(Bound bound) => bound switch
    {
        BoundConstant constant => Constant(constant),
        BoundInput input => Input(input),
        BoundVariable variable => FromVariables(nameof(Variables.Get), variable.Name),
        BoundUnchecked name => FromVariables(nameof(Variables.Find), name.Parts),
        BoundLocal local => _locals[local.Local],
        BoundError error => Expression.Call(typeof(Access), nameof(Access.Fail), null, Expression.Constant(error.Message)),
        BoundField field => Field(field),
        BoundKey key => Key(key),
        BoundIndex index => Index(index),
        BoundList list => List(list),
        BoundMap map => Map(map),
        BoundCall call => Call(call),
        BoundLogic logic => Logic(logic),
        BoundNot not => Expression.Not(As(not.Operand, typeof(bool))),
        BoundChoice choice => Choice(choice),
        BoundEquality equality => Equal(equality),
        BoundOrder order => Order(order),
        BoundMembership membership => Membership(membership),
        BoundSize size => Size(size),
        BoundTypeOf type => Expression.Call(typeof(ValueType), nameof(ValueType.Of), null, As(type.Operand, typeof(object))),
        BoundDyn dyn => As(dyn.Operand, typeof(object)),
        BoundLoop loop => Loop(loop),
        _ => throw new InvalidOperationException($"cannot emit {bound.GetType().Name}"),
    };

    private Expression As(Bound bound, Type type) => Conversion.To(Natural(bound), type, _cost);

    /// <summary>The value in the CLR type that functions take for its type.</summary>
    private Expression Canonical(Bound bound) => As(bound, ClrTypes.ToClr(bound.Type));

    private MethodCallExpression FromVariables(string method, object name) =>
        _root.Type == typeof(IReadOnlyDictionary<string, object?>)
            ? Expression.Call(typeof(Variables), method, null, _root, Expression.Constant(name))
            : throw new InvalidOperationException("the expression has variables that only Evaluate can give");

    private static Expression Constant(BoundConstant constant) =>
        constant.Value is null || constant.Type.IsDyn
            ? Expression.Constant(constant.Value, typeof(object))
            : Expression.Constant(constant.Value);

    /// <summary>Calls a method whose last parameter is the meter; arguments are computed first, as ref parameters need.</summary>
    private Expression CallWithCost(System.Reflection.MethodInfo method, params ReadOnlySpan<Expression> arguments)
    {
        var values = new List<ParameterExpression>();
        var steps = new List<Expression>();
        foreach (var argument in arguments)
        {
            var value = Expression.Variable(argument.Type);
            values.Add(value);
            steps.Add(Expression.Assign(value, argument));
        }

        steps.Add(Expression.Call(method, [.. values, _cost]));
        return Expression.Block(values, steps);
    }
}
