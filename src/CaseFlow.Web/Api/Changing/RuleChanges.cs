using System.ComponentModel.DataAnnotations;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Api.Changing;

public sealed record SetParameterBody
{
    /// <summary>As people write it; several are split by commas. Null lets the value of the file hold again.</summary>
    [MaxLength(ParameterChange.LongestValue)] public string? Value { get; init; }

    [Required, MaxLength(ParameterChange.LongestReason)] public string? Reason { get; init; }
}

/// <summary>A parameter that was set.</summary>
/// <param name="No">The number of the change.</param>
public sealed record ParameterSet(int No, string Rule, string Parameter, string From, string To, bool AsInFile);

/// <summary>What the administrator changes in the rules.</summary>
internal static class RuleChanges
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/rules/{rule}/parameters/{parameter}", (string rule, string parameter, HttpContext http, Changes changes, CareRuntime runtime, RuleActions actions) =>
                changes.ChangeAsync<SetParameterBody, ParameterSet>(http, RuleAccess.MayChange, Written, (who, body, alongside) => actions.SetAsync(
                    who, new SetParameters([new ParameterSetting(rule, parameter, body.Value ?? ValueOfFile(runtime, rule, parameter))], body.Reason), alongside, http.RequestAborted)))
            .Changes<SetParameterBody, ParameterSet>(
                "setParameter", "Set a parameter of a rule, or let the file's value hold again; for the administrator", StatusCodes.Status200OK)
            .WithTags("rules");

    private static string ValueOfFile(CareRuntime runtime, string rule, string parameter) => runtime.Policy().Rules.Rules
        .FirstOrDefault(r => r.Id == rule)?.Parameters.FirstOrDefault(p => p.Name == parameter)?.InFileText ?? "";

    private static ParameterSet Written(CaseFlowDb db)
    {
        var change = db.ParameterChanges.Local.Single();
        return new ParameterSet(change.No, change.Rule, change.Parameter, change.From, change.To, change.AsInFile);
    }
}
