using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <content>The macros, as loops by index: no enumerator, no closure, and no list unless the result is one.</content>
internal sealed partial class Emitter
{
    private BlockExpression Loop(BoundLoop loop) => loop.Kind switch
    {
        LoopKind.Exists => Quantifier(loop, decides: true),
        LoopKind.All => Quantifier(loop, decides: false),
        LoopKind.ExistsOne => ExistsOne(loop),
        _ => Collect(loop),
    };

    /// <summary>exists and all: the first element that decides ends the loop, and an error counts only if none does.</summary>
    private BlockExpression Quantifier(BoundLoop loop, bool decides)
    {
        var result = Expression.Variable(typeof(bool), "result");
        var error = Expression.Variable(typeof(CelEvaluationException), "error");
        var body = Iterate(loop, (exit, _) =>
        {
            var step = BoundLogic.CanSideFail(loop.Predicate!)
                ? (Expression)Attempt(result, loop.Predicate!, error)
                : Expression.Assign(result, As(loop.Predicate!, typeof(bool)));
            return Expression.Block(
                step,
                Expression.IfThen(decides ? result : Expression.Not(result), Expression.Break(exit)));
        });
        var undecided = Expression.Constant(!decides);
        return Expression.Block(
            [result, error],
            Expression.Assign(result, undecided),
            Expression.Assign(error, Expression.Constant(null, error.Type)),
            body,
            decides
                ? Expression.OrElse(result, Unless(error, undecided))
                : Expression.AndAlso(result, Unless(error, undecided)));
    }

    private BlockExpression ExistsOne(BoundLoop loop)
    {
        var count = Expression.Variable(typeof(long), "matches");
        return Expression.Block(
            [count],
            Expression.Assign(count, Expression.Constant(0L)),
            Iterate(loop, (_, _) => Expression.IfThen(As(loop.Predicate!, typeof(bool)), Expression.PreIncrementAssign(count))),
            Expression.Equal(count, Expression.Constant(1L)));
    }

    /// <summary>The size of a filtered list, without the list.</summary>
    private BlockExpression Count(BoundLoop loop)
    {
        var count = Expression.Variable(typeof(long), "matches");
        return Expression.Block(
            [count],
            Expression.Assign(count, Expression.Constant(0L)),
            Iterate(loop, (_, _) => Expression.IfThen(As(loop.Predicate!, typeof(bool)), Expression.PreIncrementAssign(count))),
            count);
    }

    private BlockExpression Collect(BoundLoop loop)
    {
        ParameterExpression? list = null;
        var body = Iterate(loop, (_, item) =>
        {
            var element = loop.Transform is null ? item : Canonical(loop.Transform);
            list = Expression.Variable(typeof(List<>).MakeGenericType(element.Type), "made");
            var add = Expression.Call(list, nameof(List<>.Add), null, element);
            return loop.Predicate is null ? add : Expression.IfThen(As(loop.Predicate, typeof(bool)), add);
        });
        return Expression.Block([list!], Expression.Assign(list!, Expression.New(list!.Type)), body, list);
    }

    /// <summary>Goes through a list or the keys of a map, and counts what it costs.</summary>
    /// <param name="loop">Names the range and the variable.</param>
    /// <param name="step">Makes what is done with an element, from the label behind the loop and the element.</param>
    private BlockExpression Iterate(BoundLoop loop, Func<LabelTarget, ParameterExpression, Expression> step) =>
        loop.Range is BoundLoop { Kind: LoopKind.Filter or LoopKind.Map, CanFail: false } inner
            ? IterateThrough(inner, loop.Local, step)
            : IterateList(loop, step);

    /// <summary>Takes elements as another loop yields them, without its list.</summary>
    /// <remarks>Only for loops that cannot fail: an error of theirs comes before anything that is done with an element.</remarks>
    private BlockExpression IterateThrough(
        BoundLoop inner, Local local, Func<LabelTarget, ParameterExpression, Expression> step) =>
        Iterate(inner, (exit, source) =>
        {
            var value = inner.Transform is null ? source : Canonical(inner.Transform);
            var condition = inner.Predicate is null ? null : As(inner.Predicate, typeof(bool));
            var item = Expression.Variable(value.Type, local.Name);
            _locals[local] = item;
            var body = Expression.Block([item], Expression.Assign(item, value), step(exit, item));
            return condition is null ? body : Expression.IfThen(condition, body);
        });

    private BlockExpression IterateList(BoundLoop loop, Func<LabelTarget, ParameterExpression, Expression> step)
    {
        var range = Range(loop.Range);
        var element = ClrTypes.ElementOf(range.Type)!;
        var list = Expression.Variable(typeof(IReadOnlyList<>).MakeGenericType(element), "list");
        var array = Expression.Variable(element.MakeArrayType(), "array");
        var growable = Expression.Variable(typeof(List<>).MakeGenericType(element), "growable");
        var count = Expression.Variable(typeof(int), "count");
        var index = Expression.Variable(typeof(int), "index");
        var item = Expression.Variable(element, loop.Local.Name);
        var exit = Expression.Label("exit");
        _locals[loop.Local] = item;

        // Facts come as arrays and lists; reading those directly is several times faster than through the interface.
        var current = Either(array, Expression.ArrayIndex(array, index), Either(
            growable, Expression.Property(growable, "Item", index), Expression.Property(list, "Item", index)));
        var turn = Expression.Block(
            Expression.IfThen(Expression.GreaterThanOrEqual(index, count), Expression.Break(exit)),
            Expression.IfThen(
                Expression.GreaterThan(Expression.PreIncrementAssign(_cost), Expression.Constant(CelLimits.EvaluationCost)),
                Expression.Call(typeof(Cost), nameof(Cost.Exceeded), null)),
            Expression.Assign(item, current),
            step(exit, item),
            Expression.PreIncrementAssign(index));
        return Expression.Block(
            [list, array, growable, count, index, item],
            Expression.Assign(list, Conversion.Cast(range, list.Type)),
            Expression.Assign(array, Expression.TypeAs(list, array.Type)),
            Expression.Assign(growable, Expression.TypeAs(list, growable.Type)),
            Expression.Assign(count, Expression.Property(list, typeof(IReadOnlyCollection<>).MakeGenericType(element), "Count")),
            Expression.Assign(index, Expression.Constant(0)),
            Expression.Loop(turn, exit));
    }

    private static ConditionalExpression Either(Expression list, Expression element, Expression otherwise) =>
        Expression.Condition(Expression.ReferenceNotEqual(list, Expression.Constant(null, list.Type)), element, otherwise);

    private Expression Range(Bound range)
    {
        var natural = Natural(range);
        if (range.Type.Kind == CelKind.List && ClrTypes.ElementOf(natural.Type) is not null)
            return natural;

        return Expression.Call(typeof(Access), nameof(Access.Range), null, Conversion.To(natural, typeof(object), _cost));
    }
}
