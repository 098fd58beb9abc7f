using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Signals;

/// <summary>What is on record of one child, as far as a screening needs it.</summary>
/// <param name="Grade">The grade of the child's class.</param>
/// <param name="Marks">Current marks since the start of the school year.</param>
/// <param name="Observations">Observations of the last <see cref="ChildFacts.ObservationDays"/> days.</param>
/// <param name="Results">Current exam results since the start of the school year.</param>
/// <param name="LastParentContact">The last contact between parent and child on or before the day, however long ago.</param>
public sealed record ChildOnRecord(
    Child Child,
    string? Grade,
    IReadOnlyList<MarkOnRecord> Marks,
    IReadOnlyList<ObservationOnRecord> Observations,
    IReadOnlyList<ResultOnRecord> Results,
    DateOnly? LastParentContact);

/// <summary>A mark in the register, as far as rules look at it.</summary>
public readonly record struct MarkOnRecord(DateOnly Date, Mark Mark, long RecordedNo);

/// <summary>An observation, as far as rules look at it.</summary>
public readonly record struct ObservationOnRecord(DateOnly Date, string Kind, int Severity, long RecordedNo);

/// <summary>An exam result, as far as rules look at it.</summary>
/// <param name="Score">In hundredths of a point.</param>
/// <param name="FullScore">In hundredths of a point; above zero.</param>
public readonly record struct ResultOnRecord(
    string Exam, string Subject, DateOnly Date, long Score, long FullScore, int? Rank, int? GroupSize, long RecordedNo)
{
    /// <summary>Whether it stands for all subjects.</summary>
    public bool IsTotal => Subject == ExamResult.Total;
}
