namespace CaseFlow.Engine.Children;

/// <summary>Sex as files give it.</summary>
public enum Sex
{
    Male,
    Female,
}

/// <summary>Which parents have gone away to work for three months or longer.</summary>
public enum LeftBehind
{
    None,
    Father,
    Mother,
    Both,
}

/// <summary>The categories that a ledger tells apart, as the files write them.</summary>
public static class Categories
{
    public const string NoGuardian = "no-guardian";

    public static readonly IReadOnlyList<string> All =
        ["dropout-risk", "poor", NoGuardian, "unsupported", "disabled", "orphan", "single-parent"];
}

/// <summary>The dossier of a child (一人一档), and the head of the child's stream in the journal.</summary>
public sealed class Child
{
    public ChildId Id { get; set; }

    public SchoolId SchoolId { get; set; }

    /// <summary>The number by which files know the child; unique in the school.</summary>
    public required string StudentNo { get; set; }

    public required string Name { get; set; }

    /// <summary>Sorts as the name sorts for Chinese readers; made when the name is written.</summary>
    public string SortKey { get; set; } = "";

    /// <summary>What a search in pinyin or initials looks for; made when the name is written.</summary>
    public string SearchKeys { get; set; } = "";

    public Sex Sex { get; set; }

    public DateOnly? BirthDate { get; set; }

    public ClassId ClassId { get; set; }

    public bool Boarding { get; set; }

    public LeftBehind LeftBehind { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianRelation { get; set; }

    public int? GuardianBirthYear { get; set; }

    public string? GuardianPhone { get; set; }

    public string? FatherName { get; set; }

    public string? FatherPhone { get; set; }

    public string? FatherWorkplace { get; set; }

    public string? MotherName { get; set; }

    public string? MotherPhone { get; set; }

    public string? MotherWorkplace { get; set; }

    public string? Address { get; set; }

    /// <summary>Several of <see cref="Children.Categories"/>.</summary>
    public List<string> Categories { get; set; } = [];

    public DateOnly? EnrolledOn { get; set; }

    public DateOnly? LeftOn { get; set; }

    public string? LeftTo { get; set; }

    /// <summary>The paired helper (结对帮扶教师).</summary>
    public StaffId? HelperId { get; set; }

    /// <summary>The buddy (手拉手) among the children.</summary>
    public ChildId? BuddyId { get; set; }

    /// <summary>How many rows the child's stream has; the guard against a second writer.</summary>
    public int HeadVersion { get; set; }

    /// <summary>The hash of the last row of the stream; empty before the first.</summary>
    public string HeadHash { get; set; } = "";

    /// <summary>Whether a guardian is on file.</summary>
    public bool HasGuardian => !string.IsNullOrWhiteSpace(GuardianName);

    /// <summary>Whether the child had left by <paramref name="day"/>.</summary>
    public bool HasLeftBy(DateOnly day) => LeftOn <= day;
}

/// <summary>A field of a dossier that changed: who looked after the child when, where the parents were.</summary>
public sealed class DossierChange
{
    public Guid Id { get; set; }

    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    /// <summary>The column of the roster, for example <c>guardian_name</c>.</summary>
    public required string Field { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}
