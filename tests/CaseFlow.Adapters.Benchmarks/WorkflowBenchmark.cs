using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Elsa;
using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;
using Findings = CaseFlow.Benchmarks.Measuring.Findings;

namespace CaseFlow.Adapters.Benchmarks;

/// <summary>Cases through their first five steps, in memory: opened, taken, first contact, assessed, planned; on the built-in engine and on Elsa by turns.</summary>
internal static class WorkflowBenchmark
{
    private const int Steps = 5;

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly StaffId Counselor = Staff(1);
    private static readonly StaffId Teacher = Staff(3);
    private static readonly SchoolTime Time = new(new SchoolCalendar([]), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public static Findings Run(int cases, int warm, int rounds)
    {
        var policy = CarePolicyFiles.Load(Repository.RulesFolder);
        using var elsa = new ElsaWorkflowEngine();
        var onElsa = policy with { Engine = elsa };
        if (!Events(FirstSteps(policy)).SequenceEqual(Events(FirstSteps(onElsa))))
            throw new InvalidOperationException("the engines go on differently");
        var (builtIn, other) = Rounds.Pairs(warm, rounds, () => All(policy, cases), () => All(onElsa, cases));
        var found = new Findings($"workflow: {cases} cases through their first {Steps} steps");
        found.Figure("built in", builtIn.Median);
        found.Figure("Elsa", other.Median);
        found.Figure("Elsa against built in", $"{other.Times(builtIn):0} times");
        found.Figure("built in, steps a second", $"{cases * Steps / builtIn.Median.TotalSeconds:0}");
        found.Figure("Elsa, steps a second", $"{cases * Steps / other.Median.TotalSeconds:0}");
        return found;
    }

    private static void All(CarePolicy policy, int cases)
    {
        for (var i = 0; i < cases; i++)
            FirstSteps(policy);
    }

    private static List<Happened> FirstSteps(CarePolicy policy)
    {
        var (state, journal) = (ChildState.Empty, new List<Happened>());
        var no = new CaseNo(1);
        Do(Actor.System, new ApplyScreening(Time.DayOf(Monday), [Found()]));
        Do(Actor.Of(Counselor), new TakeCase(no));
        var contact = state.Tasks.Values.First(t => t.IsPending && t.Assignee == Counselor);
        Do(Actor.Of(Counselor), new CompleteTask(contact.No, Time.DayOf(Monday), new Outcome("谈过了")));
        Do(Actor.Of(Counselor), new AssessCase(no, "需要陪伴"));
        Do(Actor.Of(Counselor), new MakePlan(no, [new Goal("按时到校", null, null)], [new PlannedIntervention("tutoring", Teacher, null)], false));
        return journal;

        void Do(Actor who, ChildCommand command)
        {
            var decision = ChildDecisions.Decide(
                state, command, new Circumstances(Monday, Time, policy, new Staffing(Counselor, Staff(2), Staff(5), Teacher, Staff(4)), who, 0));
            if (decision.Refusal is { } refusal)
                throw new InvalidOperationException($"{command}: {refusal}");
            state = decision.State;
            journal.AddRange(decision.Happened);
        }
    }

    private static IEnumerable<string> Events(IEnumerable<Happened> journal) => journal.Select(h => h.Event.ToString()!);

    private static FlagFinding Found()
    {
        var words = new Words("情绪低落", "low mood");
        return new FlagFinding("emotion", "emotion", 3, Time.DayOf(Monday), [new Evidence(EvidenceSource.Signal, Time.DayOf(Monday), 1, words)], words, words, "1");
    }

    private static StaffId Staff(byte no) => new(new Guid(no, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
}
