namespace CaseFlow.TestSchools;

/// <summary>A row of students.csv.</summary>
public sealed record Pupil
{
    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>M or F.</summary>
    public string Sex { get; init; } = "F";

    public DateOnly? BirthDate { get; init; }

    public required string Class { get; init; }

    /// <summary>Y or N.</summary>
    public string? Boarding { get; init; }

    /// <summary>both, father, mother, none; empty means none.</summary>
    public string? LeftBehind { get; init; }

    public string? GuardianName { get; init; }

    public string? GuardianRelation { get; init; }

    public int? GuardianBirthYear { get; init; }

    public string? GuardianPhone { get; init; }

    public string? FatherName { get; init; }

    public string? FatherPhone { get; init; }

    public string? FatherWorkplace { get; init; }

    public string? MotherName { get; init; }

    public string? MotherPhone { get; init; }

    public string? MotherWorkplace { get; init; }

    public string? Address { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public DateOnly? EnrolledOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    public string? LeftTo { get; init; }

    /// <summary>A staff number.</summary>
    public string? Helper { get; init; }

    /// <summary>A student number.</summary>
    public string? Buddy { get; init; }
}
