using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.TestSchools;

namespace CaseFlow.Web.Tests.Rules;

public sealed class RuleRecordsTests : IDisposable
{
    private readonly TestInstallation installation = new();
    private readonly TempFolder files = new();

    public void Dispose()
    {
        installation.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task A_rule_without_flags_has_an_empty_record()
    {
        await ScreenedAsync();

        var record = await OfAsync("conduct");

        (record.Raised, record.InForce, record.Precision).ShouldBe((0, true, null));
        record.Answered.Values.ShouldAllBe(n => n == 0);
    }

    [Fact]
    public async Task A_false_alarm_and_a_talk_are_one_right_of_two_judged()
    {
        await ScreenedAsync();
        await Answering.AnswerAsync(installation, "S1", FlagResponse.FalseAlarm);
        await Answering.AnswerAsync(installation, "S2", FlagResponse.Talked);

        var record = await OfAsync("absence-unexcused");

        (record.Raised, record.Active, record.FalseAlarms, record.Confirmed, record.LapsedUnanswered).ShouldBe((2, 0, 1, 1, 0));
        record.Answered[FlagResponse.Talked].ShouldBe(1);
        record.Precision.ShouldBe(0.5);
    }

    [Fact]
    public async Task An_explanation_judges_nothing()
    {
        await ScreenedAsync();
        await Answering.AnswerAsync(installation, "S1", FlagResponse.Explained);

        var record = await OfAsync("absence-unexcused");

        (record.Answered[FlagResponse.Explained], record.Confirmed + record.FalseAlarms, record.Precision).ShouldBe((1, 0, null));
    }

    [Fact]
    public async Task A_flag_that_ends_with_nobody_having_answered_counts_as_lapsed_unanswered()
    {
        await ScreenedAsync();
        await installation.ScreenAsync(new(2026, 3, 13));

        var record = await OfAsync("absence-unexcused");

        (record.Raised, record.Active, record.LapsedUnanswered, record.Precision).ShouldBe((2, 0, 2, null));
    }

    [Fact]
    public async Task A_review_of_the_case_confirms_its_flag_unless_it_was_called_a_false_alarm()
    {
        await ScreenedAsync();
        await Answering.DoAsync(installation, "S2", new TakeCase(new CaseNo(1)));
        await Answering.DoAsync(installation, "S2", new ReviewCase(new CaseNo(1), ReviewFinding.Unchanged, "继续关注", null));
        (await OfAsync("absence-unexcused")).Confirmed.ShouldBe(1);

        await Answering.AnswerAsync(installation, "S2", FlagResponse.FalseAlarm);

        var record = await OfAsync("absence-unexcused");
        (record.Confirmed, record.FalseAlarms).ShouldBe((0, 1));
    }

    private async Task ScreenedAsync()
    {
        SchoolFiles.Write(TwoAbsentPupils.School, files.Path);
        (await installation.ImportAsync(files.Path)).AllProblems.ShouldBeEmpty();
        await installation.ScreenAsync(new(2026, 3, 4));
    }

    private async Task<RuleRecord> OfAsync(string rule) => (await new RuleRecords(installation.Runtime).AllAsync()).Single(r => r.Rule == rule);
}
