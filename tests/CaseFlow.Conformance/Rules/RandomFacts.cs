using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Conformance.Rules;

/// <summary>Facts of children such as no school has them all at once: every value near the limits of the base rules, in any combination.</summary>
public sealed class RandomFacts(int seed)
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly (string Group, string[] Kinds)[] Kinds =
    [
        ("emotional", ["low-mood", "withdrawn", "anxious", "crying", "sleep", "appetite"]),
        ("peers", ["quarrel", "fight", "bullied", "bullying"]),
        ("health", ["unwell", "injury"]),
        ("conduct", ["truancy", "internet-cafe", "theft", "spending"]),
        ("safety", ["night-missing", "self-harm-talk", "suspected-abuse", "unsafe-home", "run-away"]),
    ];

#pragma warning disable CA5394 // a test wants the same chances every time
    private readonly Random chance = new(seed);

    public ChildFacts Next()
    {
        var leftBehind = Maybe(0.4);
        return new ChildFacts(
            new PupilFacts(
                Of("一", "三", "六", "7", ""), Of("M", "F"), Maybe(0.3), leftBehind, leftBehind && Maybe(0.6), leftBehind, leftBehind,
                [.. new[] { "no-guardian", "poor", "orphan", "disabled" }.Where(_ => Maybe(0.15))], Maybe(0.9) ? Up(6, 16) : null),
            Attendance(),
            Maybe(0.7) ? Exam() : ExamFacts.None,
            Observations(),
            new GuardianFacts(Maybe(0.8), Of("奶奶", "爷爷", "姑姑", ""), Maybe(0.8) ? Up(66, 73) : null, [new DossierFact { Since = Before(200), HasGuardian = true }]),
            new ContactFacts(Maybe(0.8), Maybe(0.9), Up(27, 33), [new LapseFact { Since = Before(40), EverSpoke = Maybe(0.5) }]),
            new TermFacts(Up(0, 2), Up(0, 120)));
    }

    private AttendanceFacts Attendance()
    {
        var termDays = Up(15, 60);
        var marks = new List<MarkFact>();
        var rate = chance.NextDouble() * 0.4;
        for (var ago = (int)termDays - 1; ago >= 0; ago--)
        {
            if (Maybe(rate))
            {
                var mark = (Mark)chance.Next(Enum.GetValues<Mark>().Length);
                marks.Add(new MarkFact(Word(mark), ago, Maybe(0.9)) { Date = Before(ago), Mark = mark, RecordedNo = Up(1, 999) });
            }
        }

        return new AttendanceFacts(marks, termDays, Up(0, 4));
    }

    private ExamFacts Exam()
    {
        var fall = Maybe(0.7);
        var results = Enumerable.Range(0, (int)Up(0, 5)).Select(i => new ResultFact($"科目{i}", Up(40, 80) * 100, 10_000)
        {
            Exam = "期中", Date = Before((int)Up(0, 70)), RecordedNo = Up(1, 999),
        });
        PlaceFact[] places = fall ? [Place("期初", 90), Place("期中", 10)] : [];
        return new ExamFacts(true, Up(58, 62), [.. results], fall, Up(-100, 400), "50.0", "70.0", places);
    }

    private PlaceFact Place(string exam, int ago) =>
        new(exam, Up(1, 40), 40, Up(0, 1000)) { Date = Before(ago), RecordedNo = Up(1, 999) };

    private List<ObservationFact> Observations() =>
        [.. Enumerable.Range(0, (int)Up(0, 7)).Select(_ => Observation()).OrderByDescending(o => o.DaysAgo)];

    private ObservationFact Observation()
    {
        var (group, kinds) = Kinds[chance.Next(Kinds.Length)];
        var ago = Up(0, 40);
        return new ObservationFact(Of(kinds), group, Up(1, 3), ago, Maybe(0.7)) { Date = Before((int)ago), RecordedNo = Up(1, 999) };
    }

    private static string Word(Mark mark) => mark switch
    {
        Mark.Absent => "absent",
        Mark.Excused => "excused",
        Mark.Late => "late",
        _ => "early",
    };

    private DateOnly Before(int days) => Day.AddDays(-days);

    private bool Maybe(double probability) => chance.NextDouble() < probability;

    private long Up(long least, long most) => chance.NextInt64(least, most + 1);

    private string Of(params string[] some) => some[chance.Next(some.Length)];
}
