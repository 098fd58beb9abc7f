using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Computes once, when the text is read, what depends on nothing.</summary>
internal static class ConstantFolding
{
    /// <summary>The value of a constant expression; the expression itself when it has no value or depends on facts.</summary>
    public static Bound Fold(Bound bound)
    {
        if (bound is BoundConstant || !bound.IsConstant)
            return bound;

        try
        {
            var compute = Emitter.EmitDynamic(bound).Compile(preferInterpretation: true);
            var value = compute(new Dictionary<string, object?>());
            if (bound.Type.IsDyn)
                return new BoundConstant(value, CelType.Dyn);

            var constant = Constants.Of(value);
            return constant.Type.Equals(bound.Type) ? constant : new BoundConstant(constant.Value, bound.Type);
        }
        catch (CelEvaluationException)
        {
            return bound;
        }
    }
}
