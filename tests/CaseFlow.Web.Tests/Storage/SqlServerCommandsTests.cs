using System.Data.Common;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>The engine's queries are translated for SQL Server, whose server is not at hand: the commands are recorded and never executed.</summary>
public sealed class SqlServerCommandsTests
{
    [Fact]
    public void Queries_that_pages_and_sweep_ask_are_translated()
    {
        using var db = Open(new Recorder());
        var (child, staff) = (new ChildId(Guid.Empty), new StaffId(Guid.Empty));
        var who = new SignedIn(staff, new HashSet<string> { Roles.Helper, Roles.Administrator });

        IQueryable[] queries =
        [
            db.Children.Where(c => c.Id == child),
            db.Journal.Where(j => j.ChildId == child).OrderBy(j => j.Version),
            db.DueItems.Where(d => d.DueAt <= DateTimeOffset.UnixEpoch).OrderBy(d => d.DueAt).Select(d => d.ChildId).Take(200),
            db.Cases.Where(c => c.IsOpen).GroupBy(c => c.OwnerId).Select(g => new { g.Key, Count = g.Count() }),
            db.Outbox.Where(o => o.DeliveredAt == null).OrderBy(o => o.CreatedAt).ThenBy(o => o.Key).Take(100),
            db.Children.VisibleTo(db, who),
            db.ExamResults.Where(r => r.IsCurrent).GroupBy(r => r.Exam).Select(g => new { g.Key, Last = g.Max(r => r.Date) }),
            db.Tasks.Where(t => t.AssigneeId == staff && t.State == TaskState.Open).OrderBy(t => t.DueAt),
        ];

        foreach (var query in queries)
            query.ToQueryString().ShouldContain("SchoolId", customMessage: "every query is filtered by the school");
    }

    [Fact]
    public async Task Claims_are_one_conditional_update_without_lock_hints()
    {
        var recorder = new Recorder();
        using var db = Open(recorder);

        await db.WorkClaims.Where(c => c.Work == "sweep" && c.Until <= DateTimeOffset.UnixEpoch)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Fence, c => c.Fence + 1).SetProperty(c => c.Until, DateTimeOffset.UnixEpoch));
        await db.Schools.ExecuteUpdateAsync(s => s.SetProperty(x => x.RecordedNo, x => x.RecordedNo + 1));

        recorder.Commands.Count.ShouldBe(2);
        recorder.Commands.ShouldAllBe(c => c.Contains("UPDATE") && !c.Contains("UPDLOCK") && !c.Contains("READPAST"));
    }

    private static SqlServerCaseFlowDb Open(Recorder recorder) =>
        new(new DbContextOptionsBuilder().UseSqlServer("Server=nowhere").AddInterceptors(recorder, recorder.Connections).Options, new SchoolId(Guid.Empty));

    /// <summary>Records what would be sent, and answers that one row was changed.</summary>
    private sealed class Recorder : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public ConnectionKeeper Connections { get; } = new();

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(1));
        }
    }

    private sealed class ConnectionKeeper : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
