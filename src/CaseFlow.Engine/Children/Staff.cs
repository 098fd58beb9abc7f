namespace CaseFlow.Engine.Children;

/// <summary>The roles of domain, 'Who works with them', as the files write them.</summary>
public static class Roles
{
    public const string Counselor = "counselor";
    public const string HeadTeacher = "head-teacher";
    public const string ClassTeacher = "class-teacher";
    public const string SubjectTeacher = "subject-teacher";
    public const string Helper = "helper";
    public const string EducationOffice = "education-office";
    public const string Administrator = "administrator";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Counselor, HeadTeacher, ClassTeacher, SubjectTeacher, Helper, EducationOffice, Administrator];
}

/// <summary>A member of staff.</summary>
public sealed class StaffMember
{
    public StaffId Id { get; set; }

    public SchoolId SchoolId { get; set; }

    /// <summary>The number by which files know this person; unique in the school.</summary>
    public required string StaffNo { get; set; }

    public required string Name { get; set; }

    /// <summary>Several of <see cref="Children.Roles"/>.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Who took over all that this person was responsible for; null while this person is at work.</summary>
    /// <remarks>Who has handed over gets nothing new.</remarks>
    public StaffId? HandedOverTo { get; set; }

    public bool Has(string role) => Roles.Contains(role);
}
