using CaseFlow.Engine.Children;
using CaseFlow.Engine.Names;
using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Engine.Storage;

/// <summary>Keys, lengths and indexes of every table. One model for all databases.</summary>
internal static class Model
{
    private const int Code = 64;
    private const int Line = 200;

    public static void Of(ModelBuilder model)
    {
        School(model);
        Signals(model);
        Engine(model);
        Rules(model);
        Edge(model);
        Outside(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.ClrType.IsEnum || Nullable.GetUnderlyingType(p.ClrType)?.IsEnum == true))
        {
            property.SetProviderClrType(typeof(string));
            property.SetMaxLength(Code);
        }
    }

    private static void School(ModelBuilder model)
    {
        model.Entity<School>(e =>
        {
            e.HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(Line);
        });
        model.Entity<CalendarDate>(e =>
        {
            e.HasKey(x => new { x.SchoolId, x.Date });
            Text(e, Code, nameof(CalendarDate.Term));
            Text(e, Line, nameof(CalendarDate.Note));
        });
        model.Entity<ClassRoom>(e =>
        {
            e.ToTable("Classes");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.SchoolId, x.Name }).IsUnique();
            Text(e, Code, nameof(ClassRoom.Name), nameof(ClassRoom.Grade));
        });
        model.Entity<StaffMember>(e =>
        {
            e.ToTable("Staff");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.SchoolId, x.StaffNo }).IsUnique();
            Text(e, Code, nameof(StaffMember.StaffNo));
            Text(e, Line, nameof(StaffMember.Name), nameof(StaffMember.Roles));
        });
        model.Entity<Delegation>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.SchoolId, x.Until });
            Text(e, Line, nameof(Delegation.Reason));
        });
        model.Entity<HandOver>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            Text(e, Line, nameof(HandOver.Reason));
        });
        model.Entity<HandOverPart>(e => e.HasKey(x => new { x.HandOverId, x.ChildId }));
        model.Entity<Child>(e =>
        {
            e.ToTable("Children");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.SchoolId, x.StudentNo }).IsUnique();
            e.HasIndex(x => new { x.SchoolId, x.ClassId });
            e.HasIndex(x => new { x.SchoolId, x.SortKey });
            e.HasIndex(x => x.HelperId);
            e.Property(x => x.SortKey).HasMaxLength(NameKeys.LongestSort);
            e.Property(x => x.SearchKeys).HasMaxLength(NameKeys.LongestSearch);
            e.Property(x => x.HeadVersion).IsConcurrencyToken();
            Text(e, Code, nameof(Child.StudentNo), nameof(Child.HeadHash), nameof(Child.GuardianPhone), nameof(Child.FatherPhone), nameof(Child.MotherPhone));
            Text(e, Line, nameof(Child.Name), nameof(Child.GuardianName), nameof(Child.GuardianRelation), nameof(Child.FatherName), nameof(Child.FatherWorkplace));
            Text(e, Line, nameof(Child.MotherName), nameof(Child.MotherWorkplace), nameof(Child.Address), nameof(Child.Categories), nameof(Child.LeftTo));
        });
        model.Entity<DossierChange>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.ChildId, x.RecordedAt });
            Text(e, Code, nameof(DossierChange.Field));
            Text(e, Line, nameof(DossierChange.Before), nameof(DossierChange.After));
        });
    }

    private static void Signals(ModelBuilder model)
    {
        model.Entity<AttendanceMark>(e => e.HasKey(x => new { x.ChildId, x.Date, x.Revision }));
        model.Entity<ExamResult>(e =>
        {
            e.HasKey(x => new { x.ChildId, x.SchoolYear, x.Exam, x.Subject, x.Revision });
            // The date of an exam is that of its latest row. The name first: an index that began with the school would be taken for a child's rows too.
            e.HasIndex(x => new { x.Exam, x.SchoolId, x.IsCurrent, x.Date });
            Text(e, 20, nameof(ExamResult.SchoolYear));
            Text(e, 100, nameof(ExamResult.Exam));
            Text(e, Code, nameof(ExamResult.Subject));
        });
        model.Entity<Observation>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.ChildId, x.Date });
            Text(e, Code, nameof(Observation.Kind));
            Text(e, Line, nameof(Observation.Observer));
            Text(e, 4000, nameof(Observation.Note));
        });
        model.Entity<Contact>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.ChildId, x.Between, x.Date });
            Text(e, Code, nameof(Contact.By));
        });
        model.Entity<SignalWithdrawal>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.ChildId);
            Text(e, Line, nameof(SignalWithdrawal.Reason));
        });
        model.Entity<ClosedRegister>(e => e.HasKey(x => new { x.ClassId, x.Date }));
    }

    private static void Engine(ModelBuilder model)
    {
        model.Entity<JournalRow>(e =>
        {
            e.ToTable("Journal");
            e.HasKey(x => new { x.ChildId, x.Version });
            Text(e, Code, nameof(JournalRow.Type), nameof(JournalRow.At), nameof(JournalRow.By), nameof(JournalRow.Hash), nameof(JournalRow.PreviousHash));
        });
        model.Entity<FlagRow>(e =>
        {
            e.ToTable("Flags");
            e.HasKey(x => new { x.ChildId, x.No });
            e.HasIndex(x => new { x.SchoolId, x.Status });
            e.HasIndex(x => new { x.SchoolId, x.Rule, x.RaisedAt });
            Text(e, Code, nameof(FlagRow.Rule), nameof(FlagRow.Kind));
        });
        model.Entity<CaseRow>(e =>
        {
            e.ToTable("Cases");
            e.HasKey(x => new { x.ChildId, x.No });
            e.HasIndex(x => new { x.SchoolId, x.IsOpen, x.NextOn });
            e.HasIndex(x => new { x.SchoolId, x.IsOpen, x.Level, x.NextOn, x.Stage }).IsDescending(false, false, true, false, false);
            e.HasIndex(x => new { x.OwnerId, x.IsOpen });
            Text(e, Code, nameof(CaseRow.Stage), nameof(CaseRow.NextStep), nameof(CaseRow.SchoolYear), nameof(CaseRow.WorkflowVersion));
        });
        model.Entity<TaskRow>(e =>
        {
            e.ToTable("Tasks");
            e.HasKey(x => new { x.ChildId, x.No });
            e.HasIndex(x => new { x.ChildId, x.CaseNo, x.Step, x.Occurrence }).IsUnique();
            e.HasIndex(x => new { x.AssigneeId, x.State, x.DueAt });
            Text(e, Code, nameof(TaskRow.Step));
            Text(e, Line, nameof(TaskRow.TitleZh), nameof(TaskRow.TitleEn));
        });
        model.Entity<EscalationRow>(e =>
        {
            e.ToTable("Escalations");
            e.HasKey(x => new { x.ChildId, x.No });
            e.HasIndex(x => new { x.SchoolId, x.Status, x.DueAt });
            Text(e, Line, nameof(EscalationRow.Rules));
        });
        model.Entity<WorkflowVersionRow>(e =>
        {
            e.ToTable("WorkflowVersions");
            e.HasKey(x => new { x.SchoolId, x.Version });
            Text(e, Code, nameof(WorkflowVersionRow.Version));
        });
        model.Entity<DueItem>(e =>
        {
            e.HasKey(x => new { x.ChildId, x.Key });
            e.HasIndex(x => new { x.SchoolId, x.DueAt });
            Text(e, Code, nameof(DueItem.Key));
        });
    }

    private static void Rules(ModelBuilder model)
    {
        model.Entity<ParameterChange>(e =>
        {
            e.HasKey(x => new { x.SchoolId, x.No });
            e.Property(x => x.No).ValueGeneratedNever();
            Text(e, Code, nameof(ParameterChange.Rule), nameof(ParameterChange.Parameter));
            Text(e, ParameterChange.LongestValue, nameof(ParameterChange.From), nameof(ParameterChange.To));
            Text(e, ParameterChange.LongestReason, nameof(ParameterChange.Reason));
        });
        model.Entity<RuleFileVersion>(e =>
        {
            e.HasKey(x => new { x.SchoolId, x.File, x.Version });
            Text(e, Line, nameof(RuleFileVersion.File));
            Text(e, Code, nameof(RuleFileVersion.Version));
        });
        model.Entity<BacktestRun>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.SchoolId, x.State, x.AskedAt });
        });
    }

    private static void Edge(ModelBuilder model)
    {
        model.Entity<OutboxRow>(e =>
        {
            e.ToTable("Outbox");
            e.HasKey(x => x.Key);
            e.HasIndex(x => new { x.SchoolId, x.DeliveredAt, x.CreatedAt });
            Text(e, 100, nameof(OutboxRow.Key));
            Text(e, Line, nameof(OutboxRow.Link));
            Text(e, Code, nameof(OutboxRow.Kind));
        });
        model.Entity<Notice>(e =>
        {
            e.HasKey(x => x.Key);
            e.HasIndex(x => new { x.To, x.ReadAt });
            Text(e, 100, nameof(Notice.Key));
            Text(e, Line, nameof(Notice.Link));
            Text(e, Code, nameof(Notice.Kind));
        });
        model.Entity<AnsweredRequest>(e =>
        {
            e.HasKey(x => new { x.SchoolId, x.Key });
            Text(e, 100, nameof(AnsweredRequest.Key));
            Text(e, Code, nameof(AnsweredRequest.Fingerprint));
        });
        model.Entity<ReadingOfFile>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.ChildId, x.At });
            e.HasIndex(x => new { x.SchoolId, x.At });
            Text(e, Line, nameof(ReadingOfFile.What));
        });
        model.Entity<Upload>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.SchoolId, x.At });
            Text(e, 1000, nameof(Upload.Names));
        });
        model.Entity<RememberedSheet>(e =>
        {
            e.ToTable("SheetMappings");
            e.HasKey(x => new { x.SchoolId, x.Shape });
            Text(e, Code, nameof(RememberedSheet.Shape));
        });
        model.Entity<WorkClaim>(e =>
        {
            e.HasKey(x => new { x.SchoolId, x.Work });
            Text(e, Code, nameof(WorkClaim.Work));
        });
        model.Entity<SimulatedTime>(e => e.HasKey(x => x.SchoolId));
    }

    private static void Outside(ModelBuilder model)
    {
        model.Entity<CalendarFeed>(e =>
        {
            e.HasKey(x => x.StaffId);
            e.Property(x => x.StaffId).ValueGeneratedNever();
            e.HasIndex(x => x.Hash).IsUnique();
            Text(e, Code, nameof(CalendarFeed.Hash), nameof(CalendarFeed.Language));
        });
        model.Entity<ApiToken>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.Hash).IsUnique();
            Text(e, ApiToken.LongestName, nameof(ApiToken.Name));
            Text(e, Code, nameof(ApiToken.Hash));
            Text(e, Line, nameof(ApiToken.Scopes));
        });
        model.Entity<Robot>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            Text(e, Robot.LongestName, nameof(Robot.Name));
            Text(e, 4000, nameof(Robot.Address), nameof(Robot.Secret));
            Text(e, Line, nameof(Robot.Shown), nameof(Robot.Site), nameof(Robot.Happenings));
            Text(e, Code, nameof(Robot.Language), nameof(Robot.LastFailure));
        });
        model.Entity<RobotMessage>(e =>
        {
            e.HasKey(x => x.Key);
            e.HasIndex(x => new { x.RobotId, x.DoneAt });
            Text(e, 200, nameof(RobotMessage.Key));
            Text(e, Code, nameof(RobotMessage.Happening));
        });
    }

    private static void Text<T>(EntityTypeBuilder<T> entity, int length, params string[] properties)
        where T : class
    {
        foreach (var property in properties)
            entity.Property(property).HasMaxLength(length);
    }
}
