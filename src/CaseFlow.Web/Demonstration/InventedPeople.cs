namespace CaseFlow.Web.Demonstration;

/// <summary>The children and the staff of the invented school.</summary>
internal sealed class InventedPeople
{
    /// <summary>How many children one member of staff is paired with at most. Source: domain, 'Who works with them'.</summary>
    private const int MostPaired = 5;

    private const int Teachers = 18;

    private static readonly (string Name, int Grade)[] Classes =
        [("一(1)班", 1), ("二(1)班", 2), ("三(1)班", 3), ("四(1)班", 4), ("五(1)班", 5), ("六(1)班", 6), ("六(2)班", 6)];

    private static readonly string[] Grandparents = ["祖母", "祖父", "外祖母", "外祖父"];

    private readonly InventedSchoolOptions options;
    private readonly DateOnly firstDay;
    private readonly Random random;
    private readonly string[] staffNames;

    public InventedPeople(InventedSchoolOptions options, DateOnly firstDay, Random random)
    {
        (this.options, this.firstDay, this.random) = (options, firstDay, random);
        staffNames = [.. Enumerable.Range(0, Teachers).Select(i => InventedNames.Surname(random) + InventedNames.Given(i % 2 == 0, random))];
        Pupils = [.. WhoThereIs().Select((who, i) => Pupil(i, who.Girl, who.Away))];
        Pair();
    }

    public IReadOnlyList<InventedPupil> Pupils { get; }

    /// <summary>Gives some children what their stories need at home.</summary>
    public void Live(InventedStories stories)
    {
        if (stories.OldGuardian is { } old)
            old.Guardian = old.Guardian!.Value with { BirthYear = options.Until.Year - 73 };
        if (stories.NoGuardian is { } alone)
            (alone.Guardian, alone.Categories) = (null, "no-guardian");
    }

    public IEnumerable<string> ClassRows() => Classes.Select((c, i) => $"{c.Name},{"一二三四五六"[c.Grade - 1]}年级,{StaffNo(3 + i)}");

    public IEnumerable<string> StaffRows()
    {
        for (var i = 0; i < Teachers; i++)
        {
            var roles = i switch
            {
                0 => "head-teacher;helper",
                1 or 2 => "counselor;subject-teacher;helper",
                < 10 => "class-teacher;subject-teacher;helper",
                _ => "subject-teacher;helper",
            };
            yield return $"{StaffNo(i)},{staffNames[i]},{roles},{(i is >= 3 and < 10 ? Classes[i - 3].Name : "")}";
        }

        yield return "admin,管理员,administrator,";
        yield return "E01,教育办,education-office,";
    }

    private static string StaffNo(int index) => $"T{index + 1:D2}";

    /// <summary>Sex and absent parents of every pupil, mixed.</summary>
    private (bool Girl, string Away)[] WhoThereIs()
    {
        string[] away = ["both", "father", "both", "father", "mother", "both", "father"];
        var leftBehind = options.LeftBehindGirls + options.LeftBehindBoys;
        var who = Enumerable.Range(0, options.Pupils)
            .Select(i => i < leftBehind ? (Girl: i < options.LeftBehindGirls, Away: away[i % away.Length]) : (Girl: i % 2 == 0, Away: "none"))
            .ToArray();
        random.Shuffle(who);
        return who;
    }

    private InventedPupil Pupil(int index, bool girl, string away)
    {
        var (room, grade) = Classes[index % Classes.Length];
        var (surname, mothers) = (InventedNames.Surname(random), InventedNames.Surname(random));
        var father = (Name: surname + InventedNames.Given(false, random), Phone: InventedNames.Phone(random), away is "both" or "father" ? InventedNames.Town(random) : "");
        var mother = (Name: mothers + InventedNames.Given(true, random), Phone: InventedNames.Phone(random), away is "both" or "mother" ? InventedNames.Town(random) : "");
        var relation = InventedNames.Pick(Grandparents, random);
        var grandparent = (InventedNames.Surname(random) + InventedNames.Given(relation.EndsWith('母'), random), relation, options.Until.Year - random.Next(56, 69), InventedNames.Phone(random));
        return new InventedPupil
        {
            No = $"S{index + 1:D3}",
            Surname = surname,
            GivenName = InventedNames.Given(girl, random),
            IsGirl = girl,
            Grade = grade,
            Class = room,
            BirthDate = firstDay.AddYears(-6 - grade).AddDays(random.Next(364)),
            EnrolledOn = firstDay.AddYears(1 - grade),
            LeftBehind = away,
            Boarding = away == "both" && random.Next(3) == 0,
            Father = father,
            Mother = mother,
            Guardian = away switch
            {
                "both" => grandparent,
                "mother" => (father.Name, "父亲", options.Until.Year - random.Next(32, 45), father.Phone),
                _ => (mother.Name, "母亲", options.Until.Year - random.Next(30, 43), mother.Phone),
            },
            Address = InventedNames.Address(random),
            Categories = random.Next(20) == 0 ? "poor" : random.Next(40) == 0 ? "single-parent" : "",
            Ability = 0.35 + (0.6 * Math.Sqrt(random.NextDouble())),
        };
    }

    /// <summary>The head teacher helps the fewest; every left-behind child has a buddy in the class who is none.</summary>
    private void Pair()
    {
        var leftBehind = Pupils.Where(p => p.IsLeftBehind).ToList();
        for (var i = 0; i < leftBehind.Count; i++)
        {
            var helper = Teachers - 1 - (i / MostPaired);
            leftBehind[i].Helper = helper >= 0 ? StaffNo(helper) : "";
            var classmates = Pupils.Where(p => p.Class == leftBehind[i].Class && !p.IsLeftBehind && p.IsGirl == leftBehind[i].IsGirl).ToList();
            leftBehind[i].Buddy = classmates.Count > 0 ? InventedNames.Pick(classmates, random).No : "";
        }
    }
}
