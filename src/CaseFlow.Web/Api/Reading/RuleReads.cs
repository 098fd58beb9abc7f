using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A limit of a rule.</summary>
/// <param name="Value">In force; several in one are split by commas.</param>
/// <param name="InFile">What the file says.</param>
/// <param name="IsSet">Whether the school has set another value than that of the file.</param>
/// <param name="Lowest">Inclusive; null where it is no number.</param>
/// <param name="Highest">Inclusive; null where it is no number.</param>
/// <param name="Words">The words that it may be; empty where any will do.</param>
public sealed record ParameterView(
    string Name, string Value, string InFile, bool IsSet, double? Lowest, double? Highest, IReadOnlyList<string> Words);

/// <summary>The pupils that a rule applies to; what is empty or null excludes nobody.</summary>
/// <param name="Terms">1 for autumn, 2 for spring.</param>
public sealed record PupilsView(
    IReadOnlyList<string> Grades, IReadOnlyList<long> Terms, bool? Boarding, bool? LeftBehind, IReadOnlyList<string> Categories);

/// <summary>A flag rule in force.</summary>
/// <param name="Pupils">Null for all.</param>
/// <param name="Params">Its limits in force; several in one are split by commas.</param>
/// <param name="When">The condition as the file writes it.</param>
/// <param name="Version">The content version of its file; with what the school has set over it after a plus sign.</param>
public sealed record RuleView(
    string Id, string Kind, string Title, string Basis, PupilsView? Pupils, IReadOnlyDictionary<string, string> Params,
    IReadOnlyList<ParameterView> Parameters, string When, string Severity, string Evidence, string File, string Version);

/// <summary>A level rule in force.</summary>
public sealed record LevelRuleView(int Level, string Because);

/// <summary>An escalation rule in force.</summary>
public sealed record EscalationRuleView(string Id, bool Emergency, string Propose);

/// <summary>Something that the school has set and the files no longer have, or no longer allow.</summary>
public sealed record IgnoredSettingView(string Rule, string Parameter, string Value, string Why);

/// <summary>The rules in force, with the content versions of their files.</summary>
public sealed record RulesInForce(
    IReadOnlyList<RuleView> Flags,
    IReadOnlyList<IgnoredSettingView> Ignored,
    string LevelsVersion,
    IReadOnlyList<LevelRuleView> Levels,
    string EscalationsVersion,
    IReadOnlyList<EscalationRuleView> Escalations,
    string Workflow,
    string WorkflowVersion);

/// <summary>A parameter that was set.</summary>
/// <param name="AsInFile">From here on the file says the value.</param>
public sealed record ParameterChangeView(
    int No, string Rule, string Parameter, string From, string To, bool AsInFile, Person By, DateTimeOffset At, string Reason);

/// <summary>What became of the flags of a rule.</summary>
/// <param name="Precision">Confirmed of confirmed and false alarms, 0 to 1; null where nothing was judged.</param>
/// <param name="CriesWolf">Judged often enough to say so, and wrong more often than right.</param>
public sealed record RuleRecordView(
    string Rule, bool InForce, int Raised, int Active, IReadOnlyDictionary<string, int> Answered, int LapsedUnanswered, int Confirmed,
    int FalseAlarms, double? Precision, bool CriesWolf);

internal static class RuleReads
{
    private const string Tag = "rules";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rules", Read).Reads<RulesInForce>("readRules", "The rules in force, with their versions and parameters").WithTags(Tag);
        api.MapGet("/rules/changes", ChangesAsync).Reads<Page<ParameterChangeView>>(
            "listParameterChanges", "Which parameters were set, latest first; for administrator, counselor and head teacher", 400).WithTags(Tag);
        api.MapGet("/rules/records", RecordsAsync).Reads<IReadOnlyList<RuleRecordView>>(
            "listRuleRecords", "What became of the flags of each rule; for administrator, counselor and head teacher").WithTags(Tag);
    }

    internal static ParameterView Of(RuleParameter p) => new(
        p.Name, p.InForceText, p.InFileText, p.IsSet, p.IsNumber ? p.Bounds.Lowest : null, p.IsNumber ? p.Bounds.Highest : null, p.Bounds.Words);

    private static IResult Read(HttpContext http, CareRuntime runtime)
    {
        var say = Caller.Of(http).Say;
        var policy = runtime.Policy();
        return ApiJson.Answer(new RulesInForce(
            [.. policy.Rules.Rules.Select(r => new RuleView(
                r.Id, r.Kind, say(r.Title), say(r.Basis), Of(r.Pupils), r.Parameters.ToDictionary(p => p.Name, p => p.InForceText),
                [.. r.Parameters.Select(Of)], r.Condition.Text, r.Text.Severity, r.Text.Evidence, r.File, r.FileVersion))],
            [.. policy.Ignored.Select(i => new IgnoredSettingView(i.Setting.Rule, i.Setting.Parameter, i.Setting.Value, say(i.Why.Words)))],
            policy.Levels.Version,
            [.. policy.Levels.All.Select(l => new LevelRuleView(l.Level, say(l.Because)))],
            policy.Escalations.Version,
            [.. policy.Escalations.All.Select(e => new EscalationRuleView(e.Id, e.Emergency, say(e.Propose)))],
            policy.Workflow.Id,
            policy.Workflow.Version));
    }

    private static async Task<IResult> ChangesAsync(HttpContext http, CareRuntime runtime, int? page, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!RuleAccess.MayRead(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        var people = await People.LoadAsync(db, cancel);
        return ApiJson.Answer(await paging.OfAsync(
            db.ParameterChanges.AsNoTracking().OrderByDescending(c => c.No),
            c => new ParameterChangeView(c.No, c.Rule, c.Parameter, c.From, c.To, c.AsInFile, people.Of(c.By), c.At, c.Reason),
            cancel));
    }

    private static async Task<IResult> RecordsAsync(HttpContext http, RuleRecords records, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!RuleAccess.MayRead(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        return ApiJson.Answer<IReadOnlyList<RuleRecordView>>([.. (await records.AllAsync(cancel)).Select(r => new RuleRecordView(
            r.Rule, r.InForce, r.Raised, r.Active, r.Answered.ToDictionary(a => ApiJson.Code(a.Key), a => a.Value), r.LapsedUnanswered,
            r.Confirmed, r.FalseAlarms, r.Precision, r.CriesWolf))]);
    }

    private static PupilsView? Of(WhichPupils? pupils) =>
        pupils is null ? null : new PupilsView(pupils.Grades, pupils.Terms, pupils.Boarding, pupils.LeftBehind, pupils.Categories);
}
