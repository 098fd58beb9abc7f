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
            var constant = Constants.Of(compute(new Dictionary<string, object?>()));
            return bound.Type.IsDyn || !constant.Type.Equals(bound.Type) ? new BoundConstant(constant.Value, bound.Type) : constant;
        }
        catch (CelEvaluationException)
        {
            return bound;
        }
    }
}
