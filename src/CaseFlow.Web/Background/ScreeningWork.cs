using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Background;

/// <summary>Screens the school where that was not done today and somebody still records something.</summary>
internal sealed class ScreeningWork(CareRuntime runtime, WorkClaims claims, SchoolScreening screening, Databases databases, ILogger<ScreeningWork> log)
{
    public const string Name = "screening";

    /// <summary>
    /// A school in which nothing was recorded for longer than its longest holidays is not screened by itself: its flags would
    /// lapse for want of signals, not because the children are better.
    /// </summary>
    private const int LongestSilenceDays = 90;

    public Task RunAsync(CancellationToken cancel) =>
        claims.DoAsync(SharedWork.Screening, held => ScreenAsync(held, cancel), cancel);

    private async Task ScreenAsync(HeldWork held, CancellationToken cancel)
    {
        var today = SchoolTime.WithoutCalendar(runtime.Zone).DayOf(runtime.Now);
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
        await databases.LearnAsync(cancel); // the day has added to it
    }
}
