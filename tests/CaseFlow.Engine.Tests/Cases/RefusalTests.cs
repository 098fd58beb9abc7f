using System.Reflection;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>Every refusal has an id of its own that scripts may rely on, and says in both languages what is so and what to do.</summary>
public sealed partial class RefusalTests
{
    /// <summary>The ids that were published; one may be added, none renamed or taken away.</summary>
    private const string Published = """
        case.another-open case.child-left case.close-needs-reason case.closed case.decision-pending case.emergency-open case.no-owner
        case.not-assessed case.not-closed case.not-taken case.reopen-too-late case.taken case.unknown delegation.dates delegation.overlaps
        delegation.unfit delegation.unknown escalation.decided escalation.needs-answer escalation.needs-question escalation.needs-reason
        escalation.none-pending escalation.not-returned escalation.one-pending escalation.own-request flag.needs-reason flag.not-active
        flag.unknown hand-over.nobody-entitled hand-over.not-at-work hand-over.running hand-over.same-person intervention.asks
        intervention.too-long intervention.unknown plan.needs-goal plan.unknown-intervention review.level-range review.level-too-low
        review.no-such-goal signal.not-yours signal.unknown step.needs-approval step.own-approval step.own-form step.unknown task.future
        task.move-needs-reason task.move-to-past task.move-too-far task.moved-already task.not-pending task.own-form task.too-early
        task.unknown text.missing who.not-allowed who.not-on-staff workflow.already-on-it workflow.lacks-step workflow.not-in-force
        """;

    public static TheoryData<string> Ids => [.. All.Select(r => r.Id)];

    private static IReadOnlyList<Refusal> All { get; } =
        [.. typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Refusal)).Select(f => (Refusal)f.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_refusal_says_why_and_what_to_do_in_both_languages(string id)
    {
        var refusal = All.Single(r => r.Id == id);

        Id().IsMatch(id).ShouldBeTrue();
        Chinese().IsMatch(refusal.Words.Zh).ShouldBeTrue("Chinese is Chinese");
        refusal.Words.Zh.ShouldEndWith("。");
        Chinese().IsMatch(refusal.Words.En).ShouldBeFalse("English is English");
        (refusal.Words.En.EndsWith('.') || refusal.Words.En.EndsWith(')')).ShouldBeTrue();
        // What is so, and what to do instead: two thoughts, in one sentence or more.
        Thoughts(refusal.Words.Zh, '，', '。', '；', '：').ShouldBeGreaterThanOrEqualTo(2, refusal.Words.Zh);
        Thoughts(refusal.Words.En, ',', '.', ';', ':').ShouldBeGreaterThanOrEqualTo(2, refusal.Words.En);
    }

    [Fact]
    public void No_published_id_is_renamed_or_taken_away() =>
        All.Select(r => r.Id).Order(StringComparer.Ordinal).ShouldBe(Published.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static int Thoughts(string words, params char[] ends) => words.Split(ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;

    [GeneratedRegex("^[a-z-]+\\.[a-z-]+$")]
    private static partial Regex Id();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
