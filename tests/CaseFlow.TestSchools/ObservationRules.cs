namespace CaseFlow.TestSchools;

/// <summary>The rules that rest on observations.</summary>
/// <remarks>"Observations are counted one by one, not by kind; their severity matters in `emotion-signs` only."</remarks>
internal sealed class ObservationRules(School school, PlainDay today)
{
    private readonly ILookup<string, ObservationRow> observations = school.Observations.ToLookup(row => row.Student);

    public IEnumerable<PlainFlag?> Flags(Pupil pupil) =>
    [
        EmotionSigns(pupil), EmotionPersistent(pupil), PeerConflict(pupil), Health(pupil), Conduct(pupil),
        NightMissing(pupil), Safety(pupil),
    ];

    /// <summary>
    /// `emotion-signs`: "2 or more emotional observations in the last 14 days, or one of severity 3", severity "2".
    /// </summary>
    private PlainFlag? EmotionSigns(Pupil pupil)
    {
        var seen = InLastDays(pupil, 14, ObservationKinds.Emotional);
        return seen.Count >= 2 || seen.Any(row => row.Severity == 3)
            ? Flag(pupil, "emotion-signs", "emotion", 2, seen)
            : null;
    }

    /// <summary>
    /// `emotion-persistent`: "emotional observations on 4 or more different days in the last 30 days", severity "3".
    /// </summary>
    private PlainFlag? EmotionPersistent(Pupil pupil)
    {
        var seen = InLastDays(pupil, 30, ObservationKinds.Emotional);
        return seen.Select(row => row.Date).Distinct().Count() >= 4
            ? Flag(pupil, "emotion-persistent", "emotion", 3, seen)
            : null;
    }

    /// <summary>
    /// `peer-conflict`: "1 peer observation in the last 14 days; 2 or more, or one of `bullied`", severity "1; 2".
    /// </summary>
    private PlainFlag? PeerConflict(Pupil pupil)
    {
        var seen = InLastDays(pupil, 14, ObservationKinds.Peers);
        if (seen.Count == 0)
            return null;
        var severity = seen.Count >= 2 || seen.Any(row => row.Kind == "bullied") ? 2 : 1;
        return Flag(pupil, "peer-conflict", "peers", severity, seen);
    }

    /// <summary>`health`: "an `unwell` or `injury` observation in the last 7 days", severity "1".</summary>
    private PlainFlag? Health(Pupil pupil)
    {
        var seen = InLastDays(pupil, 7, ObservationKinds.Health);
        return seen.Count >= 1 ? Flag(pupil, "health", "health", 1, seen) : null;
    }

    /// <summary>
    /// `conduct`: "`truancy`, `internet-cafe`, `theft` or `spending` in the last 14 days; 2 or more of them", severity
    /// "1; 2".
    /// </summary>
    private PlainFlag? Conduct(Pupil pupil)
    {
        var seen = InLastDays(pupil, 14, ObservationKinds.Conduct);
        return seen.Count switch
        {
            0 => null,
            1 => Flag(pupil, "conduct", "conduct", 1, seen),
            _ => Flag(pupil, "conduct", "conduct", 2, seen),
        };
    }

    /// <summary>`night-missing`: "a `night-missing` in the last 3 days", kind safety, severity "3".</summary>
    private PlainFlag? NightMissing(Pupil pupil)
    {
        var seen = InLastDays(pupil, 3, ObservationKinds.NightMissing);
        return seen.Count >= 1 ? Flag(pupil, "night-missing", "safety", 3, seen) : null;
    }

    /// <summary>`safety`: "any other safety observation in the last 30 days", severity "4".</summary>
    private PlainFlag? Safety(Pupil pupil)
    {
        var seen = InLastDays(pupil, 30, ObservationKinds.Safety);
        return seen.Count >= 1 ? Flag(pupil, "safety", "safety", 4, seen) : null;
    }

    private List<ObservationRow> InLastDays(Pupil pupil, int days, string[] kinds) =>
        [.. observations[pupil.Number].Where(row => kinds.Contains(row.Kind) && today.IsInLastDays(row.Date, days))];

    private static PlainFlag Flag(Pupil pupil, string rule, string kind, int severity, List<ObservationRow> evidence) =>
        PlainDay.Flag(pupil, rule, kind, severity, evidence.Select(row => row.Date));
}
