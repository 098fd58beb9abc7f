using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>Why a backtest was not begun, with the places in the text that was tried.</summary>
public sealed record BacktestRefused(Refusal Refusal, IReadOnlyList<FileProblem> Problems);

/// <summary>Backtests that people ask for: written down here, done in the background by any node.</summary>
/// <param name="leases">The clock of claims: real time, also where the school's clock is a simulated one that stands still.</param>
public sealed class BacktestRuns(CareRuntime runtime, Backtest backtest, TimeProvider leases)
{
    /// <summary>For how long a node holds a run without having reported a class.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int MostWaiting = 5;
    private const int LongestDays = 366;
    private const int MostTasksEach = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a run down after checking what it tries; its id, or why not.</summary>
    /// <param name="today">The day at the school: a backtest looks at days before it.</param>
    public async Task<(Guid? Id, BacktestRefused? Refused)> AskAsync(
        BacktestQuestion question, BacktestTrial trial, StaffId by, DateOnly today, CancellationToken cancel = default)
    {
        if (question.From > question.To || question.To >= today || question.To.DayNumber - question.From.DayNumber >= LongestDays)
            return Refuse(BacktestRefusals.Period);
        if (question.TasksEach is < 1 or > MostTasksEach)
            return Refuse(BacktestRefusals.Capacity);
        if (Check(trial) is { } refused)
            return (null, refused);
        using var db = runtime.Open();
        if (await db.BacktestRuns.CountAsync(r => r.State == BacktestState.Waiting, cancel) >= MostWaiting)
            return Refuse(BacktestRefusals.TooManyWait);
        var run = new BacktestRun
        {
            Id = runtime.NewId(),
            SchoolId = db.SchoolId,
            By = by,
            AskedAt = runtime.Now,
            From = question.From,
            To = question.To,
            TasksEach = question.TasksEach,
            Trial = JsonSerializer.Serialize(trial, Json),
        };
        db.BacktestRuns.Add(run);
        await db.SaveChangesAsync(cancel);
        return (run.Id, null);
    }

    /// <summary>Takes the run that has waited longest and does it; false where none waits, or another node was first.</summary>
    public async Task<bool> DoNextAsync(CancellationToken cancel = default)
    {
        if (await ClaimAsync(cancel) is not { } run)
            return false;
        try
        {
            var present = runtime.Policy();
            var report = await backtest.RunAsync(
                TrialOf(run).Over(present), new BacktestQuestion(run.From, run.To, run.TasksEach), new Reporting(runtime, leases, run), present, cancel);
            var result = JsonSerializer.Serialize(report, Json);
            await FinishAsync(run, s => s.SetProperty(r => r.State, BacktestState.Done).SetProperty(r => r.Result, result), cancel);
        }
        catch (ClaimLostException)
        {
            // Another node has it; what was done here is dropped.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await FinishAsync(run, s => s.SetProperty(r => r.State, BacktestState.Failed).SetProperty(r => r.Failure, e.Message), cancel);
        }

        return true;
    }

    public static BacktestTrial TrialOf(BacktestRun run) => JsonSerializer.Deserialize<BacktestTrial>(run.Trial, Json)!;

    /// <summary>The report of a run that is done; null otherwise.</summary>
    public static BacktestReport? ReportOf(BacktestRun run) =>
        run.Result is null ? null : JsonSerializer.Deserialize<BacktestReport>(run.Result, Json);

    private static (Guid?, BacktestRefused?) Refuse(Refusal refusal) => (null, new BacktestRefused(refusal, []));

    private BacktestRefused? Check(BacktestTrial trial)
    {
        var present = runtime.Policy();
        if (trial.File is { } file)
        {
            if (!present.Source.Files.TryGetValue(file, out var before))
                return new BacktestRefused(BacktestRefusals.NoSuchFile, []);
            if (DefinitionFile.VersionOf(before) == DefinitionFile.VersionOf(trial.Text ?? ""))
                return new BacktestRefused(BacktestRefusals.NothingToTry, []);
        }
        else if (trial.Parameters.Count == 0)
        {
            return new BacktestRefused(BacktestRefusals.NothingToTry, []);
        }

        try
        {
            var wrong = trial.Over(present).Ignored.FirstOrDefault(i => trial.Parameters.Contains(i.Setting));
            return wrong is null ? null : new BacktestRefused(wrong.Why, []);
        }
        catch (DefinitionException e)
        {
            return new BacktestRefused(BacktestRefusals.NotInOrder, e.Problems);
        }
    }

    private async Task<BacktestRun?> ClaimAsync(CancellationToken cancel)
    {
        var now = leases.GetUtcNow();
        using var db = runtime.Open();
        var run = await db.BacktestRuns.AsNoTracking()
            .Where(r => r.State == BacktestState.Waiting || (r.State == BacktestState.Running && r.ClaimedUntil < now))
            .OrderBy(r => r.AskedAt).ThenBy(r => r.Id).FirstOrDefaultAsync(cancel);
        if (run is null)
            return null;
        var claimed = await Held(db, run).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, BacktestState.Running).SetProperty(r => r.Fence, r => r.Fence + 1)
                .SetProperty(r => r.ClaimedUntil, now + Lease).SetProperty(r => r.ClassesDone, 0),
            cancel);
        run.Fence++;
        return claimed == 1 ? run : null;
    }

    /// <summary>The run as long as the claim that we know of holds; whoever claimed it later has raised the fence.</summary>
    private static IQueryable<BacktestRun> Held(CaseFlowDb db, BacktestRun run)
    {
        var (id, fence) = (run.Id, run.Fence);
        return db.BacktestRuns.Where(r => r.Id == id && r.Fence == fence && (r.State == BacktestState.Waiting || r.State == BacktestState.Running));
    }

    private async Task FinishAsync(
        BacktestRun run, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<BacktestRun>> set, CancellationToken cancel)
    {
        var now = runtime.Now;
        using var db = runtime.Open();
        await Held(db, run).ExecuteUpdateAsync(
            s =>
            {
                set(s);
                s.SetProperty(r => r.FinishedAt, now).SetProperty(r => r.ClaimedUntil, (DateTimeOffset?)null);
            },
            cancel);
    }

    /// <summary>Stops a run whose claim another node has taken over.</summary>
    public sealed class ClaimLostException : Exception;

    /// <summary>Writes how far the run is, which also holds the claim.</summary>
    private sealed class Reporting(CareRuntime runtime, TimeProvider leases, BacktestRun run) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value)
        {
            using var db = runtime.Open();
            var until = leases.GetUtcNow() + Lease;
            var held = Held(db, run).ExecuteUpdate(s => s
                .SetProperty(r => r.ClassesDone, value.Done).SetProperty(r => r.ClassesInAll, value.Of).SetProperty(r => r.ClaimedUntil, until));
            if (held == 0)
                throw new ClaimLostException();
        }
    }
}
