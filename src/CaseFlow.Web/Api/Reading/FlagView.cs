using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A signal that a flag rests on, in words that a teacher can check.</summary>
/// <param name="Source">signal, missing or dossier.</param>
public sealed record EvidenceView(string Source, DateOnly Date, string Words);

/// <summary>How a flag was answered; the reason only for those who may read it.</summary>
public sealed record FlagAnswerView(Person? By, DateTimeOffset At, string Response, string? Reason);

/// <summary>A flag with its evidence.</summary>
/// <param name="Params">The limits of the rule that held when it was raised; empty where they were not kept yet.</param>
public sealed record FlagView(
    int No,
    string Rule,
    string RuleVersion,
    IReadOnlyDictionary<string, string> Params,
    string Kind,
    int Severity,
    DateOnly Since,
    string Status,
    string Title,
    string Because,
    IReadOnlyList<EvidenceView> Evidence,
    FlagAnswerView? Answer)
{
    private static readonly Dictionary<string, string> NoParams = [];

    internal static FlagView Of(OpenFile file, Flag flag)
    {
        var found = flag.Finding;
        var say = file.Caller.Say;
        return new FlagView(
            flag.No.Value, found.Rule, found.FileVersion, found.Params ?? NoParams, found.Kind, found.Severity, found.Since, ApiJson.Code(flag.Status),
            say(found.Title), say(found.Because),
            [.. found.Evidence.Select(e => new EvidenceView(ApiJson.Code(e.Source), e.Date, say(e.Words)))],
            flag.Answer is { } answer
                ? new FlagAnswerView(
                    file.People.Of(answer.By), answer.At, ApiJson.Code(answer.Response), file.ReadsWorkOf(answer.By) ? answer.Reason : null)
                : null);
    }
}
