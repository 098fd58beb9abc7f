using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Evaluation;

/// <summary>The rules that rest on observations, in one pass over them.</summary>
internal static class HandWrittenObservations
{
    public static void Find(ChildFacts child, ref List<FlagFinding>? found)
    {
        var observations = child.Observations;
        if (observations.Count == 0)
            return;
        var (signs, strong, days, lasting, peers, bullied, health, conduct, night, safety) = (0, false, 0, 0, 0, false, 0, 0, 0, 0);
        for (var i = 0; i < observations.Count; i++)
        {
            var seen = observations[i];
            if (IsSign(seen))
            {
                signs++;
                strong |= seen.Severity >= 3;
            }

            if (IsLasting(seen))
            {
                lasting++;
                days += seen.FirstOfGroupThatDay ? 1 : 0;
            }

            if (IsPeers(seen))
            {
                peers++;
                bullied |= seen.Kind == "bullied";
            }

            health += IsHealth(seen) ? 1 : 0;
            conduct += IsConduct(seen) ? 1 : 0;
            night += IsNight(seen) ? 1 : 0;
            safety += IsSafety(seen) ? 1 : 0;
        }

        if (conduct >= 1)
            Add(ref found, "conduct", "conduct", conduct >= 2 ? 2 : 1, IsConduct, $"最近 14 天内有 {conduct} 次行为方面的观察记录", $"{conduct} observation(s) of misconduct in the last 14 days");
        if (signs >= 2 || strong)
            Add(ref found, "emotion-signs", "emotion", 2, IsSign, $"最近 14 天内有 {signs} 次情绪方面的观察记录", $"{signs} emotional observation(s) in the last 14 days");
        if (days >= 4)
            Add(ref found, "emotion-persistent", "emotion", 3, IsLasting, $"最近 30 天中有 {days} 天出现情绪方面的观察记录", $"emotional observations on {days} of the last 30 days");
        if (health >= 1)
            Add(ref found, "health", "health", 1, IsHealth, "最近 7 天内有身体不适或受伤的记录", "unwell or injured in the last 7 days");
        if (peers >= 1)
            Add(ref found, "peer-conflict", "peers", peers >= 2 || bullied ? 2 : 1, IsPeers, $"最近 14 天内有 {peers} 次同学关系方面的观察记录", $"{peers} observation(s) of trouble with classmates in the last 14 days");
        if (night >= 1)
            Add(ref found, "night-missing", "safety", 3, IsNight, "最近 3 天内有夜不归宿的记录", "missing at night in the last 3 days");
        if (safety >= 1)
            Add(ref found, "safety", "safety", 4, IsSafety, $"最近 30 天内有 {safety} 次人身安全方面的观察记录", $"{safety} observation(s) about the child's safety in the last 30 days");

        void Add(ref List<FlagFinding>? all, string rule, string kind, int severity, Func<ObservationFact, bool> which, string zh, string en) =>
            (all ??= []).Add(Raised.Of(rule, kind, severity, [.. observations.Where(which)], zh, en));
    }

    private static bool IsSign(ObservationFact seen) => seen.Group == "emotional" && seen.DaysAgo < 14;

    private static bool IsLasting(ObservationFact seen) => seen.Group == "emotional" && seen.DaysAgo < 30;

    private static bool IsPeers(ObservationFact seen) => seen.Group == "peers" && seen.DaysAgo < 14;

    private static bool IsHealth(ObservationFact seen) => seen.Group == "health" && seen.DaysAgo < 7;

    private static bool IsConduct(ObservationFact seen) =>
        seen.Kind is "truancy" or "internet-cafe" or "theft" or "spending" && seen.DaysAgo < 14;

    private static bool IsNight(ObservationFact seen) => seen.Kind == "night-missing" && seen.DaysAgo < 3;

    private static bool IsSafety(ObservationFact seen) => seen.Group == "safety" && seen.DaysAgo < 30;
}
