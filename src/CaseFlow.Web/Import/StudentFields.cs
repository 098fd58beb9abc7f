using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Import;

/// <summary>A field of the dossier that a column of students.csv sets.</summary>
/// <param name="Set">Puts what was read into the dossier.</param>
/// <param name="Say">The field in words, as the history keeps it.</param>
internal sealed record StudentField(string Column, Func<Row, SchoolRoll, object?> Read, Action<Child, object?> Set, Func<Child, SchoolRoll, string?> Say);

/// <summary>The fields that are read and set alike; number, class, helper and buddy name others and stand in <see cref="StudentsFile"/>.</summary>
internal static class StudentFields
{
    public static readonly IReadOnlyList<StudentField> All =
    [
        new("name", (row, roll) => row.RequiredText("name", roll.Lengths.Of<Child>(nameof(Child.Name))), (c, v) => c.Name = (string)v!, (c, _) => c.Name),
        new("sex", (row, _) => row.RequiredCode("sex", CodeTables.Sexes), (c, v) => c.Sex = (Sex)v!, (c, _) => CodeTables.Sexes.CodeOf(c.Sex)),
        Date("birth_date", (c, v) => c.BirthDate = v, c => c.BirthDate),
        new("boarding", (row, _) => row.Code("boarding", CodeTables.YesOrNo) ?? false, (c, v) => c.Boarding = (bool)v!, (c, _) => CodeTables.YesOrNo.CodeOf(c.Boarding)),
        new(
            "left_behind",
            (row, _) => row.Code("left_behind", CodeTables.WhoIsAway) ?? LeftBehind.None,
            (c, v) => c.LeftBehind = (LeftBehind)v!,
            (c, _) => CodeTables.WhoIsAway.CodeOf(c.LeftBehind)),
        Text("guardian_name", nameof(Child.GuardianName), (c, v) => c.GuardianName = v, c => c.GuardianName),
        Text("guardian_relation", nameof(Child.GuardianRelation), (c, v) => c.GuardianRelation = v, c => c.GuardianRelation),
        new("guardian_birth_year", (row, _) => row.Whole("guardian_birth_year", 1900, 2100), (c, v) => c.GuardianBirthYear = (int?)v, (c, _) => $"{c.GuardianBirthYear}"),
        Text("guardian_phone", nameof(Child.GuardianPhone), (c, v) => c.GuardianPhone = v, c => c.GuardianPhone),
        Text("father_name", nameof(Child.FatherName), (c, v) => c.FatherName = v, c => c.FatherName),
        Text("father_phone", nameof(Child.FatherPhone), (c, v) => c.FatherPhone = v, c => c.FatherPhone),
        Text("father_workplace", nameof(Child.FatherWorkplace), (c, v) => c.FatherWorkplace = v, c => c.FatherWorkplace),
        Text("mother_name", nameof(Child.MotherName), (c, v) => c.MotherName = v, c => c.MotherName),
        Text("mother_phone", nameof(Child.MotherPhone), (c, v) => c.MotherPhone = v, c => c.MotherPhone),
        Text("mother_workplace", nameof(Child.MotherWorkplace), (c, v) => c.MotherWorkplace = v, c => c.MotherWorkplace),
        Text("address", nameof(Child.Address), (c, v) => c.Address = v, c => c.Address),
        new(
            "categories",
            (row, _) => string.Join(';', row.Codes("categories", CodeTables.ChildCategories)),
            (c, v) => c.Categories = [.. ((string)v!).Split(';', StringSplitOptions.RemoveEmptyEntries)],
            (c, _) => string.Join(';', c.Categories)),
        Date("enrolled_on", (c, v) => c.EnrolledOn = v, c => c.EnrolledOn),
        Date("left_on", (c, v) => c.LeftOn = v, c => c.LeftOn),
        Text("left_to", nameof(Child.LeftTo), (c, v) => c.LeftTo = v, c => c.LeftTo),
    ];

    public static readonly StudentField Class =
        new("class", (_, _) => null, (c, v) => c.ClassId = (ClassId)v!, (c, roll) => roll.ClassName(c.ClassId));

    public static readonly StudentField Helper =
        new("helper", (_, _) => null, (c, v) => c.HelperId = (StaffId?)v, (c, roll) => roll.StaffNo(c.HelperId));

    public static readonly StudentField Buddy =
        new("buddy", (_, _) => null, (c, v) => c.BuddyId = (ChildId?)v, (c, roll) => roll.StudentNo(c.BuddyId));

    private static StudentField Text(string column, string property, Action<Child, string?> set, Func<Child, string?> say) =>
        new(column, (row, roll) => row.Text(column, roll.Lengths.Of<Child>(property)), (c, v) => set(c, (string?)v), (c, _) => say(c));

    private static StudentField Date(string column, Action<Child, DateOnly?> set, Func<Child, DateOnly?> say) =>
        new(column, (row, _) => row.Date(column), (c, v) => set(c, (DateOnly?)v), (c, _) => say(c)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
