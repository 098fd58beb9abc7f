using System.ComponentModel;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A piece of a condition and its value for the child.</summary>
public sealed record PartValueView(string Text, string Value);

/// <summary>One part of a condition; the rule holds where every part does.</summary>
/// <param name="Holds">Null where the part has no value for this child; the failure says why.</param>
public sealed record PartView(string Text, bool? Holds, IReadOnlyList<PartValueView> Values, string? Failure);

/// <summary>Why a rule holds for a child, or why not.</summary>
/// <param name="Active">Whether the child has the flag on that day: the rule holds, and no answer keeps it closed.</param>
/// <param name="Severity">Null where the rule does not hold.</param>
/// <param name="AnsweredOn">Where the rule holds and an answer keeps the flag closed: the day of the answer.</param>
public sealed record WhyView(
    string Rule, string Title, string Version, bool Holds, bool Active, int? Severity, string? Because, DateOnly? AnsweredOn,
    IReadOnlyList<PartView> Parts, IReadOnlyList<string> Evidence, string? Failure);

/// <summary>All rules in force for a child on a day.</summary>
public sealed record WhyOfChild(Guid Child, DateOnly AsOf, IReadOnlyList<WhyView> Rules);

/// <summary>Why there is a flag, and why there is none.</summary>
internal static class WhyReads
{
    private static readonly Engine.Words Future = new("不能晚于今天", "cannot be after today");

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/children/{child:guid}/rules", ReadAsync).Reads<WhyOfChild>(
            "explainRules", "Why each rule holds for a child on a day, or which part of it does not; today without a wish", 400, 404).WithTags("rules");

    private static async Task<IResult> ReadAsync(
        Guid child, HttpContext http, CareRuntime runtime, RuleExplanations explanations,
        [Description("a day of the past, taken at its end; today as it stands now")] DateOnly? asOf, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        var id = new ChildId(child);
        using var db = runtime.Open();
        if (await db.Children.AsNoTracking().VisibleTo(db, caller.Who).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } found)
            return caller.Refuse(ApiRefusals.NoSuchChild);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(runtime.Now, runtime.Zone).DateTime);
        if (asOf > today)
            return caller.Refuse(ApiRefusals.QueryInvalid, new Dictionary<string, string[]> { ["asOf"] = [caller.Say(Future)] });
        var explained = await explanations.OfAsync(
            found.StudentNo, time => asOf is { } day && day < today ? ScreeningMoment.EndOf(day, time) : ScreeningMoment.At(runtime.Now, time), cancel);
        if (explained is null)
            return caller.Refuse(ApiRefusals.NoSuchChild);
        db.ReadingsOfFiles.Add(new ReadingOfFile
        {
            Id = runtime.NewId(), SchoolId = db.SchoolId, StaffId = caller.Who.Staff, ChildId = id, At = runtime.Now, What = "api:why",
        });
        await db.SaveChangesAsync(cancel);
        return ApiJson.Answer(new WhyOfChild(child, explained.Day, [.. explained.Rules.Select(r => Of(caller, r))]));
    }

    private static WhyView Of(Caller caller, ExplainedRule rule)
    {
        var why = rule.Explanation;
        return new WhyView(
            why.Rule, caller.Say(why.Title), why.FileVersion, why.Holds, rule.IsActive, why.Found?.Severity,
            why.Found is { } found ? caller.Say(found.Because) : null, rule.Answer?.On,
            [.. why.Parts.Select(p => new PartView(p.Text, p.Holds, [.. p.Values.Select(v => new PartValueView(v.Text, v.Value))], p.Failure))],
            [.. why.Found?.Evidence.Select(e => caller.Say(e.Words)) ?? []], why.Failure);
    }
}
