namespace CaseFlow.TestSchools;

/// <summary>A school exactly as its import files tell it (contract, 'Import files'): plain rows, nothing derived.</summary>
/// <remarks>Coded values are the English ones of the contract. A <see langword="null"/> is an empty cell.</remarks>
public sealed record School
{
    public IReadOnlyList<CalendarDay> Calendar { get; init; } = [];

    public IReadOnlyList<ClassRoom> Classes { get; init; } = [];

    public IReadOnlyList<StaffMember> Staff { get; init; } = [];

    public IReadOnlyList<Pupil> Pupils { get; init; } = [];

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public IReadOnlyList<ExamRow> Exams { get; init; } = [];

    public IReadOnlyList<ObservationRow> Observations { get; init; } = [];

    public IReadOnlyList<ContactRow> Contacts { get; init; } = [];

    /// <summary>The day that a made-up school was built around; in no file. None in schools made by hand.</summary>
    public DateOnly? Focus { get; init; }

    /// <summary>Without one there is no calendar.csv, and Monday to Friday are school days.</summary>
    public bool HasCalendar => Calendar.Count > 0;
}

/// <summary>A row of calendar.csv. Kind: school, holiday, exam; term as 2025-2026-1.</summary>
public sealed record CalendarDay(DateOnly Date, string Kind, string? Term = null, string? Note = null);

/// <summary>A row of classes.csv.</summary>
public sealed record ClassRoom(string Name, string? Grade = null, string? ClassTeacher = null);

/// <summary>A row of staff.csv.</summary>
public sealed record StaffMember(string Number, string Name, IReadOnlyList<string> Roles, string? Class = null);

/// <summary>A row of attendance.csv. Kind: absent (unexcused), excused, late, early.</summary>
public sealed record Mark(string Student, DateOnly Date, string Kind);

/// <summary>A row of exams.csv; the subject <c>total</c> is no subject.</summary>
public sealed record ExamRow(
    string Student,
    string Exam,
    DateOnly Date,
    string Subject,
    decimal Score,
    decimal FullScore,
    int? Rank = null,
    int? GroupSize = null);

/// <summary>A row of observations.csv. Severity: 1 to 3.</summary>
public sealed record ObservationRow(
    string Student,
    DateOnly Date,
    string Kind,
    int Severity,
    string? Note = null,
    string? Observer = null);

/// <summary>A row of contacts.csv. Between: parent-child, school-parent, school-guardian.</summary>
public sealed record ContactRow(
    string Student,
    DateOnly Date,
    string Between,
    string? By = null,
    int? Minutes = null);
