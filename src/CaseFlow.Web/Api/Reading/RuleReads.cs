using System.Globalization;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A flag rule in force.</summary>
/// <param name="Params">Its limits, as the file gives them; several in one are split by commas.</param>
/// <param name="Version">The content version of its file.</param>
public sealed record RuleView(
    string Id, string Kind, string Title, string Basis, IReadOnlyDictionary<string, string> Params, string File, string Version);

/// <summary>A level rule in force.</summary>
public sealed record LevelRuleView(int Level, string Because);

/// <summary>An escalation rule in force.</summary>
public sealed record EscalationRuleView(string Id, bool Emergency, string Propose);

/// <summary>The rules in force, with the content versions of their files.</summary>
public sealed record RulesInForce(
    IReadOnlyList<RuleView> Flags,
    string LevelsVersion,
    IReadOnlyList<LevelRuleView> Levels,
    string EscalationsVersion,
    IReadOnlyList<EscalationRuleView> Escalations,
    string Workflow,
    string WorkflowVersion);

internal static class RuleReads
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/rules", Read).Reads<RulesInForce>("readRules", "The rules in force, with their versions").WithTags("rules");

    private static IResult Read(HttpContext http, CareRuntime runtime)
    {
        var say = Caller.Of(http).Say;
        var policy = runtime.Policy();
        return ApiJson.Answer(new RulesInForce(
            [.. policy.Rules.Rules.Select(r => new RuleView(
                r.Id, r.Kind, say(r.Title), say(r.Basis),
                r.Params.ToDictionary(p => p.Key, p => Text(p.Value)), r.File, r.FileVersion))],
            policy.Levels.Version,
            [.. policy.Levels.All.Select(l => new LevelRuleView(l.Level, say(l.Because)))],
            policy.Escalations.Version,
            [.. policy.Escalations.All.Select(e => new EscalationRuleView(e.Id, e.Emergency, say(e.Propose)))],
            policy.Workflow.Id,
            policy.Workflow.Version));
    }

    private static string Text(object? limit) => limit is IEnumerable<object?> several
        ? string.Join(", ", several.Select(Text))
        : Convert.ToString(limit, CultureInfo.InvariantCulture) ?? "";
}
