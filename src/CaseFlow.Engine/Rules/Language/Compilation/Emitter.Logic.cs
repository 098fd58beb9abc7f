using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <content>The logical operators, which absorb an error when the other side decides alone.</content>
internal sealed partial class Emitter
{
    private Expression Logic(BoundLogic logic)
    {
        var right = As(logic.Right, typeof(bool));
        if (!BoundLogic.CanSideFail(logic.Left))
        {
            var left = As(logic.Left, typeof(bool));
            return logic.IsAnd ? Expression.AndAlso(left, right) : Expression.OrElse(left, right);
        }

        // Left failed counts as undecided: the right side decides alone, or the error comes back.
        var value = Expression.Variable(typeof(bool), "left");
        var error = Expression.Variable(typeof(CelEvaluationException), "error");
        var undecided = Expression.Constant(logic.IsAnd);
        var rest = Unless(error, undecided);
        return Expression.Block(
            [value, error],
            Expression.Assign(value, undecided),
            Expression.Assign(error, Expression.Constant(null, error.Type)),
            Attempt(value, logic.Left, error),
            logic.IsAnd
                ? Expression.AndAlso(value, Expression.AndAlso(right, rest))
                : Expression.OrElse(value, Expression.OrElse(right, rest)));
    }

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
