using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Verbs;

/// <summary><c>rules record</c>: what became of the flags of each rule.</summary>
internal static class RulesRecordVerb
{
    public static Command Make(VerbFrame frame)
    {
        var verb = new Command("record", "Shows for each rule how many flags it raised, how they were answered, and how many were right.");
        frame.Action(verb, async (_, services, output, cancel) =>
        {
            var records = await services.GetRequiredService<RuleRecords>().AllAsync(cancel);
            output.Result(new { rules = records.Select(Document) }, records.SelectMany(Lines));
            return 0;
        });
        return verb;
    }

    private static object Document(RuleRecord r) => new
    {
        r.Rule,
        r.InForce,
        r.Raised,
        r.Active,
        answered = r.Answered.ToDictionary(a => Code(a.Key), a => a.Value),
        r.FalseAlarms,
        r.Confirmed,
        r.LapsedUnanswered,
        r.Precision,
    };

    private static IEnumerable<string> Lines(RuleRecord r)
    {
        var precision = r.Precision is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p:P0} right of {r.Confirmed + r.FalseAlarms} judged") : "none judged";
        yield return $"{r.Rule}{(r.InForce ? "" : " (no longer in force)")}: {r.Raised} raised, {r.Active} active, {r.LapsedUnanswered} lapsed unanswered; {precision}";
        if (r.Answered.Values.Sum() > 0)
            yield return $"  answered: {string.Join(", ", r.Answered.Where(a => a.Value > 0).Select(a => $"{a.Value} {Code(a.Key)}"))}";
    }

    private static string Code(FlagResponse response) => response switch
    {
        FlagResponse.FalseAlarm => "false-alarm",
        _ => response.ToString().ToLowerInvariant(),
    };
}
