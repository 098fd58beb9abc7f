using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <content>The logical operators, which absorb an error when the other side decides alone.</content>
internal sealed partial class Emitter
{
    /// <summary>A chain of one operator is emitted flat, so that error handling does not nest.</summary>
    private Expression Logic(BoundLogic logic)
    {
        var sides = Sides(logic, logic.IsAnd);
        Func<Expression, Expression, Expression> join = logic.IsAnd ? Expression.AndAlso : Expression.OrElse;
        if (!sides.SkipLast(1).Any(BoundLogic.CanSideFail))
            return sides.Select(side => As(side, typeof(bool))).Reverse().Aggregate((rest, side) => join(side, rest));

        // A side that failed counts as undecided: another side decides alone, or the error comes back at the end.
        var value = Expression.Variable(typeof(bool), "side");
        var error = Expression.Variable(typeof(CelEvaluationException), "error");
        var undecided = Expression.Constant(logic.IsAnd);
        var result = join(As(sides[^1], typeof(bool)), Unless(error, undecided));
        foreach (var side in sides.SkipLast(1).Reverse())
        {
            result = BoundLogic.CanSideFail(side)
                ? Expression.Block(Expression.Assign(value, undecided), Attempt(value, side, error), join(value, result))
                : join(As(side, typeof(bool)), result);
        }

        return Expression.Block([value, error], Expression.Assign(error, Expression.Constant(null, error.Type)), result);
    }

    private static List<Bound> Sides(Bound bound, bool isAnd) =>
        bound is BoundLogic logic && logic.IsAnd == isAnd
            ? [.. Sides(logic.Left, isAnd), .. Sides(logic.Right, isAnd)]
            : [bound];

    /// <summary>Assigns the value of a condition; where it has none, keeps the error and leaves the variable as it was.</summary>
    private TryExpression Attempt(ParameterExpression value, Bound condition, ParameterExpression error)
    {
        var caught = Expression.Parameter(typeof(CelEvaluationException), "caught");
        return Expression.TryCatch(
            Expression.Block(typeof(void), Expression.Assign(value, As(condition, typeof(bool)))),
            Expression.Catch(
                caught,
                Expression.Block(
                    typeof(void),
                    Expression.Assign(error, Expression.Call(typeof(Access), nameof(Access.Absorbable), null, caught)))));
    }

    /// <summary>The value, unless there was an error.</summary>
    private static ConditionalExpression Unless(ParameterExpression error, Expression value) =>
        Expression.Condition(
            Expression.ReferenceEqual(error, Expression.Constant(null, error.Type)), value, Expression.Throw(error, value.Type));

    private ConditionalExpression Choice(BoundChoice choice)
    {
        var condition = As(choice.Condition, typeof(bool));
        var then = Natural(choice.Then);
        var otherwise = Natural(choice.Otherwise);
        if (then.Type == otherwise.Type)
            return Expression.Condition(condition, then, otherwise);

        var type = ClrTypes.ToClr(choice.Type);
        return Expression.Condition(condition, Conversion.To(then, type, _cost), Conversion.To(otherwise, type, _cost));
    }
}
