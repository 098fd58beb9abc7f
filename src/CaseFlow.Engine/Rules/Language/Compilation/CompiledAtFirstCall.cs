using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>A function that is compiled when it is first called. Safe for use by several threads: at worst each compiles once.</summary>
internal sealed class CompiledAtFirstCall<TInput, TResult>(Expression<Func<TInput, TResult>> tree)
{
    private Func<TInput, TResult>? compiled;

    public TResult Invoke(TInput input) => (compiled ??= tree.Compile())(input);
}
