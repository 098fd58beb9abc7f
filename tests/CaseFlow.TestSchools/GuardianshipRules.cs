namespace CaseFlow.TestSchools;

/// <summary>The rules of the kind guardianship; what they rest on is the dossier, or what is missing.</summary>
/// <remarks>
/// "`guardian-none` by category screens every pupil. The rest of the kind guardianship screens left-behind children
/// only; [...] An empty `left_behind` means none."
/// </remarks>
internal sealed class GuardianshipRules(School school, PlainDay today)
{
    /// <summary>"What is dated after D does not exist."</summary>
    private readonly List<ContactRow> parentChild =
        [.. school.Contacts.Where(row => row.Between == "parent-child" && row.Date <= today.Day)];

    public IEnumerable<PlainFlag?> Flags(Pupil pupil) => [None(pupil), Frail(pupil), ContactLapsed(pupil)];

    /// <summary>
    /// `guardian-none`: "category no guardian; or both parents away and no guardian on file", severity "3".
    /// </summary>
    private PlainFlag? None(Pupil pupil)
    {
        bool[] reasons = [pupil.Categories.Contains("no-guardian"), BothAway(pupil) && !HasGuardian(pupil)];
        var evidence = reasons.Count(holds => holds);
        return evidence == 0 ? null : Flag(pupil, "guardian-none", 3, SinceOfDossier(pupil), evidence);
    }

    /// <summary>
    /// `guardian-frail`: "the only guardian is 70 or older", severity "1"; "year of D minus year of birth; a pupil with
    /// a parent at home and no guardian on file is looked after by that parent".
    /// </summary>
    private PlainFlag? Frail(Pupil pupil)
    {
        var isFrail = IsLeftBehind(pupil)
            && HasGuardian(pupil)
            && pupil.GuardianBirthYear is { } born
            && today.Day.Year - born >= 70;
        return isFrail ? Flag(pupil, "guardian-frail", 1, SinceOfDossier(pupil), 1) : null;
    }

    /// <summary>
    /// `contact-lapsed`: "both parents away and no contact between parent and child on record for 30 days or more",
    /// severity "1"; "D minus the last parent-child contact, in days, however long ago; where there was none, minus the
    /// later of the day of enrolment and the start of the school year. Silent where the school has no parent-child
    /// contact on record at all on D."
    /// </summary>
    private PlainFlag? ContactLapsed(Pupil pupil)
    {
        if (!BothAway(pupil) || parentChild.Count == 0)
            return null;

        var contacts = parentChild.Where(row => row.Student == pupil.Number).Select(row => row.Date).ToList();
        var countedFrom = contacts.Count > 0 ? contacts.Max() : Later(pupil.EnrolledOn, today.YearStart);
        return countedFrom is { } since && today.Day.DayNumber - since.DayNumber >= 30
            ? Flag(pupil, "contact-lapsed", 1, since, 1)
            : null;
    }

    private static bool BothAway(Pupil pupil) => pupil.LeftBehind == "both";

    private static bool IsLeftBehind(Pupil pupil) => pupil.LeftBehind is "both" or "father" or "mother";

    private static bool HasGuardian(Pupil pupil) => !string.IsNullOrWhiteSpace(pupil.GuardianName);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) =>
        one is null ? other : other is null || one > other ? one : other;

    private DateOnly SinceOfDossier(Pupil pupil) => pupil.EnrolledOn ?? today.YearStart ?? today.Day;

    private static PlainFlag Flag(Pupil pupil, string rule, int severity, DateOnly since, int evidence) =>
        new(pupil.Number, rule, "guardianship", severity, since, evidence, SinceIsCertain: false);
}
