using System.Linq.Expressions;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Names;
using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Engine.Storage;

/// <summary>The database of an installation, seen by one school: every query is filtered by it.</summary>
public class CaseFlowDb(DbContextOptions options, SchoolId school) : DbContext(options)
{
    /// <summary>The filter that leaves out signals that were withdrawn; who shows them nevertheless ignores it by this name.</summary>
    public const string NotWithdrawn = "not-withdrawn";

    /// <summary>The filter that leaves out the rows of other schools.</summary>
    public const string OfTheSchool = "of-the-school";

    /// <summary>The school whose rows this context sees and writes.</summary>
    public SchoolId SchoolId { get; } = school;

    public DbSet<School> Schools => Set<School>();

    public DbSet<CalendarDate> CalendarDates => Set<CalendarDate>();

    public DbSet<ClassRoom> Classes => Set<ClassRoom>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Child> Children => Set<Child>();

    public DbSet<DossierChange> DossierChanges => Set<DossierChange>();

    public DbSet<AttendanceMark> AttendanceMarks => Set<AttendanceMark>();

    public DbSet<ExamResult> ExamResults => Set<ExamResult>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ClosedRegister> ClosedRegisters => Set<ClosedRegister>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<FlagRow> Flags => Set<FlagRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    public DbSet<EscalationRow> Escalations => Set<EscalationRow>();

    public DbSet<DueItem> DueItems => Set<DueItem>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<AnsweredRequest> AnsweredRequests => Set<AnsweredRequest>();

    public DbSet<ReadingOfFile> ReadingsOfFiles => Set<ReadingOfFile>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Robot> Robots => Set<Robot>();

    public DbSet<RobotMessage> RobotMessages => Set<RobotMessage>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<RememberedSheet> RememberedSheets => Set<RememberedSheet>();

    public DbSet<WorkClaim> WorkClaims => Set<WorkClaim>();

    public DbSet<WorkflowVersionRow> WorkflowVersions => Set<WorkflowVersionRow>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<HandOverPart> HandOverParts => Set<HandOverPart>();

    public DbSet<SignalWithdrawal> SignalWithdrawals => Set<SignalWithdrawal>();

    public DbSet<ParameterChange> ParameterChanges => Set<ParameterChange>();

    public DbSet<RuleFileVersion> RuleFileVersions => Set<RuleFileVersion>();

    public DbSet<BacktestRun> BacktestRuns => Set<BacktestRun>();

    public DbSet<SimulatedTime> SimulatedTimes => Set<SimulatedTime>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult();

    /// <summary>Saves; a change of calendar, classes, staff, delegations or tokens raises <see cref="School.SetUpNo"/> in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            if (detects)
                ChangeTracker.DetectChanges();
            KeyNames();
            ChangeTracker.AutoDetectChangesEnabled = false; // once is enough
            return await (ChangeTracker.Entries().Any(e => e.State is not EntityState.Unchanged && e.Entity is CalendarDate or ClassRoom or StaffMember or Delegation or ApiToken)
                ? SaveWithSetUpAsync(acceptAllChangesOnSuccess, cancellationToken)
                : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken));
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Begins a transaction in which nobody else changes calendar, classes, staff or delegations: what is looked at there still holds at its end.</summary>
    public async Task<IDbContextTransaction> HoldSetUpAsync(CancellationToken cancel = default)
    {
        var transaction = await Database.BeginTransactionAsync(cancel);
        await RaiseSetUpAsync(cancel);
        return transaction;
    }

    /// <summary>The collation of the provider that compares by code point; null where that is the usual one.</summary>
    private string? ByCodePoint => Database.IsNpgsql() ? "C" : Database.IsSqlServer() ? "Latin1_General_BIN2" : null;

    /// <summary>A name that is written gets the keys by which it is sorted and found.</summary>
    private void KeyNames()
    {
        foreach (var entry in ChangeTracker.Entries<Child>())
        {
            if (entry.State is not EntityState.Added && !(entry.State is EntityState.Modified && entry.Property(c => c.Name).IsModified))
                continue;
            entry.Property(c => c.SortKey).CurrentValue = NameKeys.SortKeyOf(entry.Entity.Name);
            entry.Property(c => c.SearchKeys).CurrentValue = NameKeys.SearchKeysOf(entry.Entity.Name);
        }
    }

    private Task<int> RaiseSetUpAsync(CancellationToken cancel) => Schools.ExecuteUpdateAsync(s => s.SetProperty(x => x.SetUpNo, x => x.SetUpNo + 1), cancel);

    private async Task<int> SaveWithSetUpAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        await RaiseSetUpAsync(cancel);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.Apply(configurationBuilder, Database.IsSqlite());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Storage.Model.Of(modelBuilder);
        if (ByCodePoint is { } collation)
        {
            foreach (var key in new[] { nameof(Child.SortKey), nameof(Child.SearchKeys) })
                modelBuilder.Entity<Child>().Property(key).UseCollation(collation);
        }

        foreach (var type in modelBuilder.Model.GetEntityTypes().ToList())
        {
            var key = type.ClrType == typeof(School) ? nameof(School.Id) : nameof(Child.SchoolId);
            var row = Expression.Parameter(type.ClrType);
            var entity = modelBuilder.Entity(type.ClrType);
            entity.HasQueryFilter(OfTheSchool, Expression.Lambda(
                Expression.Equal(Expression.Property(row, key), Expression.Property(Expression.Constant(this), nameof(SchoolId))), row));
            if (type.FindProperty(nameof(Observation.WithdrawnNo)) is not null)
            {
                entity.HasQueryFilter(NotWithdrawn, Expression.Lambda(
                    Expression.Equal(Expression.Property(row, nameof(Observation.WithdrawnNo)), Expression.Constant(null)), row));
            }
        }
    }
}
