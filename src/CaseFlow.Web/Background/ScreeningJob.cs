using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CaseFlow.Web.Background;

/// <summary>Screens the school where that was not done today and somebody still records something.</summary>
[DisallowConcurrentExecution]
internal sealed class ScreeningJob(CareRuntime runtime, WorkClaims claims, SchoolScreening screening, ILogger<ScreeningJob> log) : IJob
{
    public const string Name = "screening";

    /// <summary>
    /// A school in which nothing was recorded for longer than its longest holidays is not screened by itself: its flags would
    /// lapse for want of signals, not because the children are better.
    /// </summary>
    private const int LongestSilenceDays = 90;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await claims.DoAsync(SharedWork.Screening, held => ScreenAsync(held, cancellationToken), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The screening failed; it runs again at the next start or night.");
        }
    }

    private async Task ScreenAsync(HeldWork held, CancellationToken cancel)
    {
        var today = new SchoolTime(new SchoolCalendar([]), runtime.Zone).DayOf(runtime.Now);
        using (var db = runtime.Open())
        {
            var last = await db.Schools.Select(s => s.LastScreenedOn).SingleAsync(cancel);
            if (last >= today || SimulatedClock.LastSignal(db) is not { } signal || today.DayNumber - signal.DayNumber > LongestSilenceDays)
                return;
        }

        var report = await screening.RunAsync(time => ScreeningMoment.At(runtime.Now, time), held: held, cancel: cancel);
        foreach (var failure in report.Failures)
            log.LogError("Rule {Rule} failed on {Student}: {Message}", failure.Failure.Rule, failure.Student, failure.Failure.Message);
        foreach (var refusal in report.Refused)
            log.LogError("No case for {Student}: {Refusal}", refusal.Student, refusal.Refusal.Words.En);
    }
}
