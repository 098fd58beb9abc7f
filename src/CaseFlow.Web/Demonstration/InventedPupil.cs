namespace CaseFlow.Web.Demonstration;

/// <summary>An invented child and its row in students.csv.</summary>
internal sealed class InventedPupil
{
    public const string Header =
        "student_no,name,sex,birth_date,class,boarding,left_behind,guardian_name,guardian_relation,guardian_birth_year,guardian_phone,"
        + "father_name,father_phone,father_workplace,mother_name,mother_phone,mother_workplace,address,categories,enrolled_on,helper,buddy";

    public required string No { get; init; }

    public required string Surname { get; init; }

    public required string GivenName { get; init; }

    public required bool IsGirl { get; init; }

    public required int Grade { get; init; }

    public required string Class { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required DateOnly EnrolledOn { get; init; }

    /// <summary>both, father, mother or none.</summary>
    public required string LeftBehind { get; init; }

    public bool IsLeftBehind => LeftBehind != "none";

    public bool Boarding { get; init; }

    public (string Name, string Relation, int BirthYear, string Phone)? Guardian { get; set; }

    public (string Name, string Phone, string Workplace) Father { get; init; }

    public (string Name, string Phone, string Workplace) Mother { get; init; }

    public required string Address { get; init; }

    public string Categories { get; set; } = "";

    public string Helper { get; set; } = "";

    public string Buddy { get; set; } = "";

    /// <summary>How good the child is at school, from 0 to 1.</summary>
    public required double Ability { get; init; }

    public string Row() => string.Join(
        ',',
        No,
        Surname + GivenName,
        IsGirl ? "F" : "M",
        $"{BirthDate:yyyy-MM-dd}",
        Class,
        Boarding ? "Y" : "N",
        LeftBehind,
        Guardian?.Name,
        Guardian?.Relation,
        Guardian?.BirthYear,
        Guardian?.Phone,
        Father.Name,
        Father.Phone,
        Father.Workplace,
        Mother.Name,
        Mother.Phone,
        Mother.Workplace,
        Address,
        Categories,
        $"{EnrolledOn:yyyy-MM-dd}",
        Helper,
        Buddy);
}
