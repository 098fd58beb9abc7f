using System.Globalization;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Signals;

/// <summary>All that a flag rule can know of a child on a day. The public properties are the names that rule files use.</summary>
/// <param name="Pupil">Who the child is.</param>
/// <param name="Attendance">The register of the current school year.</param>
/// <param name="Exam">The last two exams of the current school year.</param>
/// <param name="Observations">What was seen in the last <see cref="ObservationDays"/> days, earliest first.</param>
/// <param name="Guardian">Who looks after the child.</param>
/// <param name="Contact">When parents and child last spoke.</param>
/// <param name="Term">Where the day stands in the school year.</param>
public sealed record ChildFacts(
    PupilFacts Pupil,
    AttendanceFacts Attendance,
    ExamFacts Exam,
    IReadOnlyList<ObservationFact> Observations,
    GuardianFacts Guardian,
    ContactFacts Contact,
    TermFacts Term)
{
    /// <summary>How far back observations are given to the rules, in days, the day of screening included.</summary>
    public const int ObservationDays = 120;
}

/// <summary>One thing that a flag can rest on.</summary>
public abstract record Fact
{
    /// <summary>The fact as evidence, in words.</summary>
    public abstract Evidence AsEvidence();

    protected static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Who the child is.</summary>
/// <param name="Grade">As the school writes it; empty where unknown.</param>
/// <param name="Sex">M or F.</param>
/// <param name="Boarding">Whether the child lives at the school on school days.</param>
/// <param name="LeftBehind">Whether a parent or both are away.</param>
/// <param name="BothAway">Whether both parents are away.</param>
/// <param name="MotherAway">Whether the mother is away, alone or with the father.</param>
/// <param name="FatherAway">Whether the father is away, alone or with the mother.</param>
/// <param name="Categories">Any of dropout-risk, poor, no-guardian, unsupported, disabled, orphan, single-parent.</param>
/// <param name="Age">In whole years on the day; unset where the birth date is unknown.</param>
public sealed record PupilFacts(
    string Grade,
    string Sex,
    bool Boarding,
    bool LeftBehind,
    bool BothAway,
    bool MotherAway,
    bool FatherAway,
    IReadOnlyList<string> Categories,
    long? Age);

/// <summary>The register of the current school year, as far as its days are closed.</summary>
/// <param name="Marks">Marks on school days, earliest first.</param>
/// <param name="TermDays">School days of the current term so far.</param>
/// <param name="Streak">How many of the last school days in a row were absent, unexcused.</param>
public sealed record AttendanceFacts(IReadOnlyList<MarkFact> Marks, long TermDays, long Streak);

/// <summary>A mark in the register.</summary>
/// <param name="Kind">absent, excused, late or early.</param>
/// <param name="SchoolDaysAgo">0 on the last school day of the window.</param>
/// <param name="InTerm">Whether it is of the current term.</param>
public sealed record MarkFact(string Kind, long SchoolDaysAgo, bool InTerm) : Fact
{
    internal DateOnly Date { get; init; }

    internal Mark Mark { get; init; }

    internal long RecordedNo { get; init; }

    /// <inheritdoc/>
    public override Evidence AsEvidence()
    {
        var words = SignalWords.Of(Mark);
        return new Evidence(EvidenceSource.Signal, Date, RecordedNo, new Words($"{Day(Date)} {words.Zh}", $"{Day(Date)} {words.En}"));
    }
}

/// <summary>The last exam that the child sat in the current school year, and the fall against the one before.</summary>
/// <param name="Sat">Whether there is one.</param>
/// <param name="AgeDays">Days since its date.</param>
/// <param name="Results">Its subjects.</param>
/// <param name="HasFall">Whether both exams have a rank.</param>
/// <param name="FallTenths">By how much the rank percentile fell, in tenths of a point; negative where it rose.</param>
/// <param name="Percentile">The rank percentile of the last exam, one decimal; empty without a rank.</param>
/// <param name="PreviousPercentile">The same of the exam before.</param>
/// <param name="Places">The places in both exams, earlier first; empty unless <paramref name="HasFall"/>.</param>
public sealed record ExamFacts(
    bool Sat,
    long AgeDays,
    IReadOnlyList<ResultFact> Results,
    bool HasFall,
    long FallTenths,
    string Percentile,
    string PreviousPercentile,
    IReadOnlyList<PlaceFact> Places)
{
    /// <summary>No exam.</summary>
    public static readonly ExamFacts None = new(false, 0, [], false, 0, "", "", []);
}

/// <summary>A result in a subject.</summary>
/// <param name="Subject">As the school writes it; the sum of all subjects is not among them.</param>
/// <param name="Score">In hundredths of a point.</param>
/// <param name="Full">The full score in hundredths of a point.</param>
public sealed record ResultFact(string Subject, long Score, long Full) : Fact
{
    internal string Exam { get; init; } = "";

    internal DateOnly Date { get; init; }

    internal long RecordedNo { get; init; }

    /// <inheritdoc/>
    public override Evidence AsEvidence()
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{Day(Date)} {Exam} {Subject} {Score / 100m:0.##}/{Full / 100m:0.##}");
        return new Evidence(EvidenceSource.Signal, Date, RecordedNo, new Words(words, words));
    }
}

/// <summary>The place of a child in an exam.</summary>
/// <param name="Exam">The name of the exam.</param>
/// <param name="Rank">1 is the best; children with the same result share a place.</param>
/// <param name="GroupSize">How many were ranked.</param>
/// <param name="PercentileTenths">100 for the best of the group, 0 for the last, in tenths.</param>
public sealed record PlaceFact(string Exam, long Rank, long GroupSize, long PercentileTenths) : Fact
{
    internal DateOnly Date { get; init; }

    internal long RecordedNo { get; init; }

    /// <summary>The percentile with one decimal.</summary>
    public string Percentile => (PercentileTenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override Evidence AsEvidence() => new(EvidenceSource.Signal, Date, RecordedNo, new Words(
        $"{Day(Date)} {Exam}：第 {Rank} 名，共 {GroupSize} 人，百分位 {Percentile}",
        $"{Day(Date)} {Exam}: place {Rank} of {GroupSize}, percentile {Percentile}"));
}

/// <summary>Something seen.</summary>
/// <param name="Kind">For example low-mood.</param>
/// <param name="Group">emotional, peers, health, conduct or safety.</param>
/// <param name="Severity">1 to 3.</param>
/// <param name="DaysAgo">0 on the day of screening.</param>
/// <param name="FirstOfGroupThatDay">Whether it is the first of its group on its day: counting these counts days.</param>
public sealed record ObservationFact(string Kind, string Group, long Severity, long DaysAgo, bool FirstOfGroupThatDay) : Fact
{
    internal DateOnly Date { get; init; }

    internal long RecordedNo { get; init; }

    /// <inheritdoc/>
    public override Evidence AsEvidence()
    {
        var words = SignalWords.Observation(Kind);
        return new Evidence(EvidenceSource.Signal, Date, RecordedNo, new Words(
            $"{Day(Date)} {words.Zh}（程度 {Severity}）", $"{Day(Date)} {words.En} (severity {Severity})"));
    }
}

/// <summary>Who looks after the child.</summary>
/// <param name="OnFile">Whether a guardian is on file.</param>
/// <param name="Relation">What the guardian is to the child, in the words of the dossier; empty where unknown.</param>
/// <param name="Age">Year of screening minus year of birth of the guardian; unset where unknown.</param>
/// <param name="Dossier">What the dossier says of it, as evidence.</param>
public sealed record GuardianFacts(bool OnFile, string Relation, long? Age, IReadOnlyList<DossierFact> Dossier);

/// <summary>What the dossier says.</summary>
public sealed record DossierFact : Fact
{
    internal DateOnly Since { get; init; }

    internal bool HasGuardian { get; init; }

    internal int? GuardianBirthYear { get; init; }

    internal bool IsOfNoGuardian { get; init; }

    /// <inheritdoc/>
    public override Evidence AsEvidence() => new(EvidenceSource.Dossier, Since, 0, this switch
    {
        { IsOfNoGuardian: true } => new Words("档案：类别“监护人缺失”", "dossier: category 'no guardian'"),
        { HasGuardian: false } => new Words("档案：没有监护人", "dossier: no guardian on file"),
        { GuardianBirthYear: { } born } => new Words($"档案：监护人生于 {born} 年", $"dossier: guardian born in {born}"),
        _ => new Words("档案：有监护人", "dossier: a guardian is on file"),
    });
}

/// <summary>When parents and child last spoke.</summary>
/// <param name="SchoolRecords">Whether the school has any contact between parent and child on record.</param>
/// <param name="Known">Whether there is a day to count from.</param>
/// <param name="Days">Days since the last one; where there was none, since the later of enrolment and start of the school year.</param>
/// <param name="Lapse">The lapse as evidence.</param>
public sealed record ContactFacts(bool SchoolRecords, bool Known, long Days, IReadOnlyList<LapseFact> Lapse);

/// <summary>A contact that is missing.</summary>
public sealed record LapseFact : Fact
{
    internal DateOnly Since { get; init; }

    internal bool EverSpoke { get; init; }

    /// <inheritdoc/>
    public override Evidence AsEvidence() => new(EvidenceSource.Missing, Since, 0, EverSpoke
        ? new Words($"最近一次亲子联系：{Day(Since)}", $"last contact between parent and child: {Day(Since)}")
        : new Words($"{Day(Since)} 起没有亲子联系记录", $"no contact between parent and child on record since {Day(Since)}"));
}

/// <summary>Where the day stands in the school year.</summary>
/// <param name="Half">1 in the autumn term, 2 in the spring term; 0 where there is none yet or the calendar names it otherwise.</param>
/// <param name="Day">Days since the first school day of the term, that day being 1; 0 where there is none yet.</param>
public sealed record TermFacts(long Half, long Day);
