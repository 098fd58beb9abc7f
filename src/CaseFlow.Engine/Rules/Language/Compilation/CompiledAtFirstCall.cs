using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>The expression trees of functions that <see cref="CelExpression.Compile"/> made, for engines that compile by themselves.</summary>
public static class CelTree
{
    /// <summary>The tree of such a function.</summary>
    /// <exception cref="ArgumentException">The function was not made by <see cref="CelExpression.Compile"/>.</exception>
    public static Expression<Func<TInput, TResult>> Of<TInput, TResult>(Func<TInput, TResult> function) =>
        function.Target is CompiledAtFirstCall<TInput, TResult> made
            ? made.Tree
            : throw new ArgumentException("the function was not made from an expression of a rule file", nameof(function));
}

/// <summary>A function that is compiled when it is first called. Safe for use by several threads: at worst each compiles once.</summary>
internal sealed class CompiledAtFirstCall<TInput, TResult>(Expression<Func<TInput, TResult>> tree)
{
    public Expression<Func<TInput, TResult>> Tree => tree;

    private Func<TInput, TResult>? compiled;

    public TResult Invoke(TInput input) => (compiled ??= tree.Compile())(input);
}
