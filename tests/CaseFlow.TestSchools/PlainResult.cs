namespace CaseFlow.TestSchools;

/// <summary>What a screening finds on one day.</summary>
/// <param name="Flags">Ordered by student, then by rule.</param>
/// <param name="Levels">Every child above level 0.</param>
/// <param name="Children">How many were screened: all but those who have left.</param>
public sealed record PlainResult(
    IReadOnlyList<PlainFlag> Flags,
    IReadOnlyDictionary<string, int> Levels,
    int Children);

/// <summary>One rule that holds for one child.</summary>
/// <param name="Student">The student number.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Kind">The kind of the flag.</param>
/// <param name="Severity">1 to 4.</param>
/// <param name="Since">The date of the earliest evidence.</param>
/// <param name="EvidenceCount">The signals that the flag rests on: marks, observations, failing results, or two exams.</param>
/// <param name="SinceIsCertain">
/// False where the flag rests on the dossier or on what is missing: the specification then names no date, and a
/// comparison should leave <paramref name="Since"/> and <paramref name="EvidenceCount"/> out.
/// </param>
public sealed record PlainFlag(
    string Student,
    string Rule,
    string Kind,
    int Severity,
    DateOnly Since,
    int EvidenceCount,
    bool SinceIsCertain = true);
