using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>Invents one child and its term. Draws from the class's chance in a fixed order.</summary>
internal sealed class CountyChildhood(Random random, ClassId room, int number)
{
    private static readonly string[] Subjects = ["语文", "数学", "英语", "科学", "道德与法治", "历史"];

    /// <summary>Kinds of observation, the frequent ones several times.</summary>
    private static readonly string[] Seen =
    [
        "unwell", "unwell", "unwell", "unwell", "unwell", "injury", "low-mood", "withdrawn", "anxious", "crying", "sleep",
        "quarrel", "quarrel", "fight", "bullied", "truancy", "internet-cafe", "spending", "theft",
    ];

    private readonly ChildId id = new(NumberedIds.Of(3, number));

    public CountyChild Tell()
    {
        var child = Dossier();
        return new CountyChild(child, Marks(), Results(), Observations(), Contacts(child.LeftBehind));
    }

    private Child Dossier()
    {
        var leftBehind = random.Next(100) switch
        {
            < 8 => LeftBehind.Both,
            < 16 => LeftBehind.Father,
            < 18 => LeftBehind.Mother,
            _ => LeftBehind.None,
        };
        var guarded = leftBehind != LeftBehind.None && random.Next(1000) >= 4;
        return new Child
        {
            Id = id,
            SchoolId = County.School,
            StudentNo = $"S{number:D8}",
            Name = $"学生{number}",
            Sex = random.Next(2) == 0 ? Sex.Male : Sex.Female,
            BirthDate = new DateOnly(2012, 1, 1).AddDays(random.Next(2000)),
            ClassId = room,
            Boarding = random.Next(5) == 0,
            LeftBehind = leftBehind,
            GuardianName = guarded ? $"监护人{number}" : null,
            GuardianRelation = guarded ? "祖母" : null,
            GuardianBirthYear = guarded ? 1953 + random.Next(25) : null,
            GuardianPhone = guarded ? "000" : null,
            Address = $"村{number % 97}",
            Categories = random.Next(100) < 5 ? ["poor"] : [],
            EnrolledOn = new DateOnly(2023, 9, 1),
        };
    }

    private List<AttendanceMark> Marks()
    {
        // One child in fifty is away five times as often as the others.
        var often = random.Next(50) == 0 ? 5 : 1;
        var marks = new List<AttendanceMark>();
        foreach (var date in CountyCalendar.SchoolDays)
        {
            var dice = random.Next(10_000);
            Mark? mark = dice < 20 * often ? Mark.Absent : dice < 220 * often ? Mark.Excused : dice < 370 * often ? Mark.Late : dice < 420 * often ? Mark.Early : null;
            if (mark is not null)
                marks.Add(new AttendanceMark { SchoolId = County.School, ChildId = id, Date = date, Revision = 1, Mark = mark, IsCurrent = true, RecordedNo = NoOf(date) });
        }

        return marks;
    }

    private List<ExamResult> Results()
    {
        var ability = 82 + (7 * Normal());
        var talents = Subjects.Select(_ => 5 * Normal()).ToArray();
        var results = new List<ExamResult>();
        foreach (var (exam, date) in CountyCalendar.Exams)
        {
            for (var i = 0; i < Subjects.Length; i++)
            {
                var score = Math.Clamp(Math.Round((decimal)((ability + talents[i] + (3 * Normal())) * 2)) / 2, 0, 100);
                results.Add(new ExamResult
                {
                    SchoolId = County.School,
                    ChildId = id,
                    SchoolYear = "2025-2026",
                    Exam = exam,
                    Subject = Subjects[i],
                    Revision = 1,
                    Date = date,
                    Score = score,
                    FullScore = 100,
                    IsCurrent = true,
                    RecordedNo = NoOf(date),
                });
            }
        }

        return results;
    }

    private List<Observation> Observations()
    {
        var seen = new List<Observation>();
        while (random.Next(100) < 40)
        {
            var date = AnyDay();
            seen.Add(new Observation
            {
                Id = NumberedIds.Of(5, ((long)number * 100) + seen.Count),
                SchoolId = County.School,
                ChildId = id,
                Date = date,
                Kind = random.Next(1000) < 3 ? "self-harm-talk" : Seen[random.Next(Seen.Length)],
                Severity = random.Next(20) == 0 ? 3 : 1 + random.Next(2),
                Note = "课间发现",
                RecordedNo = NoOf(date),
            });
        }

        return seen;
    }

    private List<Contact> Contacts(LeftBehind leftBehind)
    {
        var contacts = new List<Contact>();
        Add(AnyDay(), ContactBetween.SchoolParent);
        // Parents who are away call once a week; one in thirty has fallen silent before the last month.
        var until = random.Next(30) == 0 ? CountyCalendar.ScreenedOn.AddDays(-40) : CountyCalendar.ScreenedOn;
        for (var day = CountyCalendar.FirstDay.AddDays(random.Next(7)); leftBehind != LeftBehind.None && day <= until; day = day.AddDays(7))
            Add(day, ContactBetween.ParentChild);
        return contacts;

        void Add(DateOnly date, ContactBetween between) => contacts.Add(new Contact
        {
            Id = NumberedIds.Of(6, ((long)number * 100) + contacts.Count),
            SchoolId = County.School,
            ChildId = id,
            Date = date,
            Between = between,
            By = "phone",
            RecordedNo = NoOf(date),
        });
    }

    private DateOnly AnyDay() => CountyCalendar.SchoolDays[random.Next(CountyCalendar.SchoolDays.Count)];

    /// <summary>Signals are recorded on their day.</summary>
    private static long NoOf(DateOnly date) => date.DayNumber - CountyCalendar.FirstDay.DayNumber + 1;

    /// <summary>Normally distributed with mean 0 and deviation 1 (Box and Muller).</summary>
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
