using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Simulation.School;

/// <summary>A school as small as it can be with everybody in it, in several kinds; each is put into a migrated database once.</summary>
internal static class SmallSchool
{
    /// <summary>How many kinds there are.</summary>
    public const int Kinds = 4;

    public static readonly SchoolId Id = new(Number(1, 1));
    public static readonly StaffId Counselor = Member(1);
    public static readonly StaffId SecondCounselor = Member(2);
    public static readonly StaffId Head = Member(3);
    public static readonly StaffId Administrator = Member(4);
    public static readonly StaffId Teacher = Member(5);
    public static readonly StaffId SecondTeacher = Member(6);
    public static readonly StaffId Helper = Member(7);

    public static readonly IReadOnlyList<StaffId> Staff = [Counselor, SecondCounselor, Head, Administrator, Teacher, SecondTeacher, Helper];

    public static readonly IReadOnlyList<ChildId> Children = [.. Enumerable.Range(1, 5).Select(n => new ChildId(Number(3, n)))];

    /// <summary>Eight hours ahead of UTC the year round, as in most of the country.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly Lock Copying = new();
    private static readonly Lazy<SqliteConnection>[] Templates = [.. Enumerable.Range(0, Kinds).Select(k => new Lazy<SqliteConnection>(() => Make(k)))];

    /// <summary>Does something with a school of that kind, one at a time.</summary>
    public static T From<T>(int kind, Func<SqliteConnection, T> copy)
    {
        lock (Copying)
            return copy(Templates[kind].Value);
    }

    public static string NameOf(StaffId staff) => staff == Counselor ? "counselor" : staff == SecondCounselor ? "second counselor"
        : staff == Head ? "head teacher" : staff == Administrator ? "administrator" : staff == Teacher ? "teacher"
        : staff == SecondTeacher ? "second teacher" : "helper";

    private static SqliteConnection Make(int kind)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var db = new SqliteCaseFlowDb(new DbContextOptionsBuilder().UseSqlite(connection).Options, Id);
        db.Database.Migrate();
        db.Add(new Engine.Children.School { Id = Id, Name = "school" });
        db.AddRange(People(kind));
        var rooms = new[] { Teacher, SecondTeacher }.Select((t, i) => new ClassRoom
        {
            Id = new ClassId(Number(4, i + 1)), SchoolId = Id, Name = $"{i + 1}", Grade = $"{i + 4}", ClassTeacherId = kind == 2 && i == 1 ? null : t,
        }).ToList();
        db.AddRange(rooms);
        db.AddRange(Children.Select((c, i) => new Child
        {
            Id = c, SchoolId = Id, StudentNo = $"S{i + 1}", Name = $"child {i + 1}", ClassId = rooms[i % 2].Id,
            HelperId = i < 3 ? Helper : null,
        }));
        if (kind == 3)
            db.AddRange(Days());
        db.SaveChanges();
        return connection;
    }

    private static IEnumerable<StaffMember> People(int kind)
    {
        string[][] roles =
        [
            [Roles.Counselor], kind == 1 ? [Roles.SubjectTeacher] : [Roles.Counselor], kind == 2 ? [Roles.SubjectTeacher] : [Roles.HeadTeacher],
            [Roles.Administrator], [Roles.ClassTeacher], [Roles.ClassTeacher, Roles.Helper], [Roles.Helper],
        ];
        return Staff.Select((s, i) => new StaffMember { Id = s, SchoolId = Id, StaffNo = $"T{i + 1}", Name = $"member {i + 1}", Roles = [.. roles[i]] });
    }

    /// <summary>A calendar with a holiday of nine days not far from its beginning.</summary>
    private static IEnumerable<CalendarDate> Days()
    {
        var first = new DateOnly(2026, 2, 23);
        return Enumerable.Range(0, 60).Select(n => first.AddDays(n)).Select(d => new CalendarDate
        {
            SchoolId = Id, Date = d, Term = "2025-2026-2",
            Kind = d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (d.Month == 3 && d.Day is >= 14 and <= 22) ? DayKind.Holiday : DayKind.School,
        });
    }

    private static StaffId Member(int n) => new(Number(2, n));

    private static Guid Number(int what, int n) => new(n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)what);
}
