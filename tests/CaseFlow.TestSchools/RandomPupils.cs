namespace CaseFlow.TestSchools;

/// <summary>Makes classes, staff and pupils; the dossiers are aimed at the limits of the guardianship rules.</summary>
internal sealed class RandomPupils(Dice dice, DateOnly focus)
{
    private const string Surnames = "溪岭禾岚砚枫屿笛";
    private const string GivenNames = "小大一二三青晴朗安然乐和";

    private static readonly string[] OtherCategories =
        ["dropout-risk", "poor", "unsupported", "disabled", "orphan", "single-parent"];

    private readonly bool hasNewcomers = dice.Percent(33);
    private readonly bool hasLeavers = dice.Percent(60);

    /// <summary>How many pupils each class has; a class of one, and sizes in which one place is 5, 10 or 20 points.</summary>
    public static IReadOnlyList<int> ClassSizes(RandomSchoolSize size) => size switch
    {
        RandomSchoolSize.Tiny => [1, 5, 6],
        RandomSchoolSize.Small => [1, 7, 11, 21],
        RandomSchoolSize.Middle => [1, 2, 6, 11, 21, 21, 26, 32],
        _ => [1, 2, 6, 11, 21, 26, 31, 41, 41, 40, 40, 40],
    };

    public School AddTo(School school, RandomSchoolSize size)
    {
        var sizes = ClassSizes(size);
        var classes = sizes.Select((_, index) => new ClassRoom(ClassName(index), $"{(index / 2) + 1}", $"T{index + 1:00}"));
        var pupils = sizes.SelectMany((count, index) => Enumerable.Repeat(index, count)).Select(MakePupil).ToList();
        return school with
        {
            Classes = [.. classes],
            Staff = MakeStaff(sizes.Count),
            Pupils = [.. dice.Shuffled(pupils.Select((pupil, index) => pupil with { Buddy = Buddy(pupils, index) }))],
        };
    }

    private List<StaffMember> MakeStaff(int classes) =>
    [
        new("H01", Name(), ["head-teacher"]),
        new("C01", Name(), ["counselor", "subject-teacher"]),
        new("A01", Name(), ["administrator"]),
        new("E01", Name(), ["education-office"]),
        .. Enumerable.Range(0, classes).Select(index =>
            new StaffMember($"T{index + 1:00}", Name(), ["class-teacher", "helper"], ClassName(index))),
    ];

    private Pupil MakePupil(int room, int index)
    {
        var leftBehind = dice.Pick<string?>("both", "both", "father", "mother", "none", "none", "none", null, null);
        var pupil = new Pupil
        {
            Number = $"S{index + 1:000}",
            Name = Name(),
            Sex = dice.Pick("M", "F"),
            BirthDate = focus.AddDays(-dice.Between(7 * 365, 14 * 365)),
            Class = ClassName(room),
            Boarding = dice.Pick("Y", "N", null),
            LeftBehind = leftBehind,
            FatherName = Name(),
            FatherPhone = Phone(),
            FatherWorkplace = leftBehind is "both" or "father" ? dice.Pick("云州, 东城", "海市") : null,
            MotherName = Name(),
            MotherWorkplace = leftBehind is "both" or "mother" ? "云州" : null,
            Address = dice.Pick("上溪村3组", "下岭村", "村口\"老磨坊\"旁", null),
            Categories = Categories(),
            EnrolledOn = EnrolledOn(leftBehind),
            Helper = dice.Percent(50) ? $"T{room + 1:00}" : null,
        };
        return Leaving(WithGuardian(pupil));
    }

    /// <summary>Born 69, 70 or 71 years ago, or of another age, or not known; some have no guardian on file.</summary>
    private Pupil WithGuardian(Pupil pupil)
    {
        var chance = pupil.LeftBehind switch { "both" => 90, "father" or "mother" => 50, _ => 25 };
        if (!dice.Percent(chance))
            return pupil;
        return pupil with
        {
            GuardianName = Name(),
            GuardianRelation = dice.Pick("祖父", "祖母", "姑姑", null),
            GuardianBirthYear = dice.Pick(48, 60, 69, 70, 71, (int?)null) is { } age ? focus.Year - age : null,
            GuardianPhone = dice.Percent(70) ? Phone() : null,
        };
    }

    private IReadOnlyList<string> Categories()
    {
        if (dice.Percent(80))
            return [];
        var several = dice.Shuffled(OtherCategories).Take(dice.Between(0, 2));
        return [.. dice.Shuffled(dice.Percent(15) ? several.Append("no-guardian") : several)];
    }

    /// <summary>A newcomer is compared with 30 days without contact; the others came years ago or nobody knows when.</summary>
    private DateOnly? EnrolledOn(string? leftBehind)
    {
        if (hasNewcomers && leftBehind == "both" && dice.Percent(40))
            return focus.AddDays(-dice.Pick(29, 30, 31, 33));
        return dice.Percent(50) ? new DateOnly(focus.Year - dice.Between(1, 5), 9, 1) : null;
    }

    private Pupil Leaving(Pupil pupil)
    {
        var isNewcomer = pupil.EnrolledOn > focus.AddDays(-100);
        if (!hasLeavers || isNewcomer || !dice.Percent(7))
            return pupil;
        return pupil with { LeftOn = focus.AddDays(dice.Pick(-40, -1, 0, 1, 2)), LeftTo = dice.Pick("邻镇小学", null) };
    }

    private string? Buddy(List<Pupil> pupils, int index) =>
        index > 0 && pupils[index - 1].Class == pupils[index].Class && dice.Percent(20) ? pupils[index - 1].Number : null;

    /// <summary>Two classes a grade.</summary>
    private static string ClassName(int index) => $"{(index / 2) + 1}年级{(index % 2) + 1}班";

    private string Name() => $"{Character(Surnames)}{Character(GivenNames)}{Character(GivenNames)}";

    private char Character(string choices) => choices[dice.Between(0, choices.Length - 1)];

    private string Phone() => $"000-{dice.Between(0, 9999):0000}";
}
