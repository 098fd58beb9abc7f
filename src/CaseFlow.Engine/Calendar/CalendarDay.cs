namespace CaseFlow.Engine.Calendar;

/// <summary>What a day is for the school.</summary>
public enum DayKind
{
    /// <summary>A day of lessons; a make-up Saturday (调休) is one too.</summary>
    School,

    /// <summary>No school.</summary>
    Holiday,

    /// <summary>A school day with an exam.</summary>
    Exam,
}

/// <summary>One day of a school's calendar as it was given.</summary>
/// <param name="Term">For example 2025-2026-1 for the autumn term, -2 for the spring term; null where the calendar names none.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Term = null)
{
    /// <summary>Whether lessons or exams are held.</summary>
    public bool IsSchoolDay => Kind is DayKind.School or DayKind.Exam;
}
