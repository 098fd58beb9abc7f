using System.Linq.Expressions;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace CaseFlow.NRules;

/// <summary>Turns the rule files into NRules' rule model: a pattern on the one fact, a condition, an action; strata by priority.</summary>
internal static class RuleModel
{
    private const int FlagStratum = 3_000_000;
    private const int LevelStratum = 2_000_000;
    private const int EscalationStratum = 1_000_000;

    /// <summary>A flag rule: where it holds of a child, it raises its flag.</summary>
    public static IRuleDefinition OfFlag(int order, FlagRule rule)
    {
        var builder = Builder(rule.Id, FlagStratum - order, rule.Kind);
        builder.Property("version", rule.FileVersion);
        var (pattern, child) = PatternOf<ChildBeforeTheRules>(builder, "child");
        var facts = Expression.Property(child, nameof(ChildBeforeTheRules.Facts));
        var holds = Conditions.On(rule.When, facts);
        if (rule.Pupils is { } pupils)
            holds = Expression.AndAlso(Expression.Call(Expression.Constant(pupils), nameof(WhichPupils.Include), null, facts), holds);
        var (number, which) = (Expression.Constant(order), Expression.Constant(rule));
        pattern.Condition(Expression.Lambda<Func<ChildBeforeTheRules, bool>>(
            Conditions.OrElse(holds, error => Expression.Call(child, nameof(ChildBeforeTheRules.Fail), null, number, which, error)), child));
        Expression<Action<IContext, ChildBeforeTheRules>> raise = (_, child) => child.Take(order, rule);
        builder.RightHandSide().Action(raise);
        return builder.Build();
    }

    /// <summary>A level rule: the first that holds decides.</summary>
    public static IRuleDefinition OfLevel(int order, LevelRule rule)
    {
        var builder = Builder($"level-{rule.Level}-{order}", LevelStratum - order, "level");
        var (pattern, asked) = PatternOf<LevelAsked>(builder, "asked");
        pattern.Condition(Expression.Lambda<Func<LevelAsked, bool>>(
            Conditions.On(rule.When, Expression.Property(asked, nameof(LevelAsked.Facts))), asked));
        Expression<Action<IContext, LevelAsked>> answer = (_, asked) => asked.Answer(rule);
        builder.RightHandSide().Action(answer);
        return builder.Build();
    }

    /// <summary>An escalation rule: it holds of the question that was asked of it.</summary>
    public static IRuleDefinition OfEscalation(int order, EscalationRule rule)
    {
        var builder = Builder(rule.Id, EscalationStratum - order, "escalation");
        var (pattern, asked) = PatternOf<EscalationAsked>(builder, "asked");
        var mine = Expression.ReferenceEqual(Expression.Property(asked, nameof(EscalationAsked.Rule)), Expression.Constant(rule));
        var holds = Conditions.On(rule.When, Expression.Property(asked, nameof(EscalationAsked.Facts)));
        pattern.Condition(Expression.Lambda<Func<EscalationAsked, bool>>(
            Conditions.OrElse(Expression.AndAlso(mine, holds), error => Expression.Call(asked, nameof(EscalationAsked.Fail), null, error)), asked));
        Expression<Action<IContext, EscalationAsked>> hold = (_, asked) => asked.Hold();
        builder.RightHandSide().Action(hold);
        return builder.Build();
    }

    private static RuleBuilder Builder(string name, int priority, string tag)
    {
        var builder = new RuleBuilder();
        builder.Name(name);
        builder.Priority(priority);
        builder.Tag(tag);
        return builder;
    }

    private static (PatternBuilder Pattern, ParameterExpression Fact) PatternOf<T>(RuleBuilder builder, string name)
    {
        var pattern = builder.LeftHandSide().Pattern(typeof(T), name);
        return (pattern, pattern.Declaration.ToParameterExpression());
    }
}
