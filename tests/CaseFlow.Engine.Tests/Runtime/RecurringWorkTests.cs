using CaseFlow.Engine.Runtime;

namespace CaseFlow.Engine.Tests.Runtime;

/// <summary>Work that recurs, and when.</summary>
public sealed class RecurringWorkTests
{
    [Theory]
    [InlineData(1, "*/1 * * * * *")]
    [InlineData(30, "*/30 * * * * *")]
    [InlineData(60, "0 * * * * *")]
    [InlineData(300, "0 */5 * * * *")]
    [InlineData(1800, "0 */30 * * * *")]
    public void A_span_that_parts_the_minute_or_the_hour_is_a_cadence(int seconds, string cron) =>
        Cadence.Every(TimeSpan.FromSeconds(seconds)).Cron.ShouldBe(cron);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(90)]
    [InlineData(420)]
    [InlineData(3600)]
    public void Any_other_span_is_none(int seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cadence.Every(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Once_a_day_is_a_cadence() => Cadence.Daily(new TimeOnly(2, 30)).Cron.ShouldBe("0 30 2 * * *");

    [Fact]
    public async Task Work_that_failed_can_be_woken_again()
    {
        var begun = 0;
        var work = new RecurringWork("any", Cadence.Daily(TimeOnly.MinValue), (_, _) => ++begun == 1 ? throw new InvalidOperationException("no") : Task.CompletedTask);

        await Should.ThrowAsync<InvalidOperationException>(() => work.WakeAsync(null!, CancellationToken.None));

        (await work.WakeAsync(null!, CancellationToken.None)).ShouldBeTrue();
    }
}
