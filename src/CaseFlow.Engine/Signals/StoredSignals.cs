using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Signals;

/// <summary>What the register says of a child on a day; a day without a mark is a day present.</summary>
public enum Mark
{
    /// <summary>Absent, unexcused.</summary>
    Absent,

    /// <summary>Absent with leave.</summary>
    Excused,

    /// <summary>Came late.</summary>
    Late,

    /// <summary>Left early.</summary>
    Early,
}

/// <summary>A mark in the register. Never changed: a correction is the next revision, and this one stays on record.</summary>
public sealed class AttendanceMark
{
    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public DateOnly Date { get; set; }

    /// <summary>1 for the first mark of the child and day, one more for each correction.</summary>
    public int Revision { get; set; }

    /// <summary>The mark; null where the correction takes the mark away (the child was present).</summary>
    public Mark? Mark { get; set; }

    /// <summary>Whether this is the latest revision.</summary>
    public bool IsCurrent { get; set; }

    public long RecordedNo { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Who recorded it; null for an import.</summary>
    public StaffId? RecordedBy { get; set; }

    /// <summary>Why a correction was made by hand; null for a first mark and for imports.</summary>
    public string? Reason { get; set; }
}

/// <summary>A result of a child in a subject of an exam; corrections as with <see cref="AttendanceMark"/>.</summary>
public sealed class ExamResult
{
    /// <summary>The subject that stands for all of them, with the rank in the class (总分).</summary>
    public const string Total = "total";

    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    /// <summary>For example 2025-2026; an exam is its name within the school year.</summary>
    public required string SchoolYear { get; set; }

    public required string Exam { get; set; }

    public required string Subject { get; set; }

    public int Revision { get; set; }

    public DateOnly Date { get; set; }

    /// <summary>Zero or more, at most <see cref="FullScore"/>; at most two decimals.</summary>
    public decimal Score { get; set; }

    /// <summary>Above zero; at most two decimals.</summary>
    public decimal FullScore { get; set; }

    /// <summary>1 is the best.</summary>
    public int? Rank { get; set; }

    /// <summary>How many were ranked; not below <see cref="Rank"/>.</summary>
    public int? GroupSize { get; set; }

    public bool IsCurrent { get; set; }

    public long RecordedNo { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>Something that somebody saw.</summary>
public sealed class Observation
{
    public Guid Id { get; set; }

    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public DateOnly Date { get; set; }

    /// <summary>One of <see cref="ObservationKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>1 to 3.</summary>
    public int Severity { get; set; }

    public string? Note { get; set; }

    /// <summary>Who saw it, as the file or the form says.</summary>
    public string? Observer { get; set; }

    public long RecordedNo { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public StaffId? RecordedBy { get; set; }

    /// <summary>The recording that withdrew it; null while it stands.</summary>
    public long? WithdrawnNo { get; set; }
}

/// <summary>Who reached whom.</summary>
public enum ContactBetween
{
    ParentChild,
    SchoolParent,
    SchoolGuardian,
}

/// <summary>A contact on record.</summary>
public sealed class Contact
{
    public Guid Id { get; set; }

    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public DateOnly Date { get; set; }

    public ContactBetween Between { get; set; }

    /// <summary>phone, video, message, visit or letter; null where unknown.</summary>
    public string? By { get; set; }

    /// <summary>How long, in minutes.</summary>
    public int? Minutes { get; set; }

    public long RecordedNo { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The recording that withdrew it; null while it stands.</summary>
    public long? WithdrawnNo { get; set; }
}

/// <summary>What can be withdrawn.</summary>
public enum SignalKind
{
    Observation,
    Contact,

    /// <summary>A mark in the register; its withdrawal is also the next revision of the mark.</summary>
    Mark,
}

/// <summary>A signal of its own that withdraws one recorded in error; that one stays on record and no longer counts.</summary>
public sealed class SignalWithdrawal
{
    public Guid Id { get; set; }

    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public SignalKind Kind { get; set; }

    /// <summary>The observation or contact; null for a mark, which its day names.</summary>
    public Guid? SignalId { get; set; }

    /// <summary>The day of the signal.</summary>
    public DateOnly Date { get; set; }

    public required string Reason { get; set; }

    public long RecordedNo { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public StaffId RecordedBy { get; set; }
}

/// <summary>The register of a class for a day is complete: what has no mark was present.</summary>
public sealed class ClosedRegister
{
    public SchoolId SchoolId { get; set; }

    public ClassId ClassId { get; set; }

    public DateOnly Date { get; set; }

    public DateTimeOffset ClosedAt { get; set; }

    public StaffId? ClosedBy { get; set; }
}
