using System.Linq.Expressions;
using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.NRules;

/// <summary>Puts the expression trees of the rule files into the conditions of NRules' rule model.</summary>
internal static class Conditions
{
    /// <summary>The tree of a condition, its input replaced by <paramref name="input"/>.</summary>
    public static Expression On<TInput>(Func<TInput, bool> condition, Expression input)
    {
        var tree = CelTree.Of(condition);
        return new Replacing(tree.Parameters[0], input).Visit(tree.Body);
    }

    /// <summary>The condition where it has a value; otherwise what <paramref name="failed"/> makes of the error.</summary>
    public static Expression OrElse(Expression condition, Func<Expression, Expression> failed)
    {
        var error = Expression.Parameter(typeof(CelEvaluationException), "error");
        return Expression.TryCatch(condition, Expression.Catch(error, failed(error)));
    }

    private sealed class Replacing(ParameterExpression old, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? by : base.VisitParameter(node);
    }
}
