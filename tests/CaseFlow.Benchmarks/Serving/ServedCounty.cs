using CaseFlow.Benchmarks.Counties;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Serving;

/// <summary>A county with its open cases as an installation that people sign in to.</summary>
internal sealed class ServedCounty
{
    public const string Password = "county-of-a-hundred-thousand";

    private const int MostPeople = 20;
    private const int MostCases = 400;

    private ServedCounty(string connection) => Connection = connection;

    public string Connection { get; }

    public int Children { get; private set; }

    public int Cases { get; private set; }

    /// <summary>Whoever has most open cases.</summary>
    public IReadOnlyList<string> Counselors { get; private set; } = [];

    public IReadOnlyList<string> ClassTeachers { get; private set; } = [];

    public string HeadTeacher { get; private set; } = "";

    /// <summary>Addresses of open cases.</summary>
    public IReadOnlyList<string> CasePages { get; private set; } = [];

    public static async Task<ServedCounty> CreateAsync(string file, CarePolicy policy, int cases)
    {
        var database = await CasesDatabase.CreateAsync(file, policy, cases);
        var served = new ServedCounty(database.Connection);
        using (var db = database.Open())
        {
            // The school's clock stands at the evening of the screening: what is due stays as it is while it is measured.
            db.SimulatedTimes.Add(new SimulatedTime { SchoolId = County.School, Now = CountyCalendar.Time.EndOf(CountyCalendar.ScreenedOn).AddHours(-8) });
            await db.SaveChangesAsync();
            await served.LookAsync(db);
        }

        return served;
    }

    private async Task LookAsync(CaseFlowDb db)
    {
        Children = await db.Children.CountAsync();
        Cases = await db.Cases.CountAsync(c => c.IsOpen);
        var busy = await db.Cases.Where(c => c.IsOpen).GroupBy(c => c.OwnerId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(MostPeople).ToListAsync();
        var teachers = await db.Classes.OrderBy(c => c.Name).Select(c => c.ClassTeacherId).Take(MostPeople).ToListAsync();
        var head = await db.Staff.Where(s => s.StaffNo == "T00000001").Select(s => s.Id).SingleAsync();
        // Copies of children have streams whose hashes are those of the originals: only originals are opened.
        var originals = await db.Cases.Where(c => c.IsOpen).Join(db.Children.Where(c => !c.StudentNo.Contains('-')), k => k.ChildId, c => c.Id, (k, c) => new { c.StudentNo, k.ChildId, k.No })
            .OrderBy(k => k.StudentNo).Take(MostCases).ToListAsync();
        CasePages = originals.ConvertAll(k => $"/cases/{k.ChildId.Value}/{k.No.Value}");
        using var accounts = await AccountsAsync();
        Counselors = Add(accounts, "counselor", busy.Select(s => (StaffId?)s));
        ClassTeachers = Add(accounts, "teacher", teachers);
        HeadTeacher = Add(accounts, "head", [head])[0];
        await accounts.SaveChangesAsync();
    }

    private async Task<AccountsDb> AccountsAsync()
    {
        var databases = new Databases(StorageProvider.Sqlite, Connection) { School = County.School };
        await databases.MigrateAsync(CancellationToken.None);
        return databases.OpenAccounts();
    }

    private static List<string> Add(AccountsDb accounts, string name, IEnumerable<StaffId?> staff)
    {
        var hasher = new PasswordHasher<Account>();
        var names = new List<string>();
        foreach (var member in staff.OfType<StaffId>())
        {
            var user = $"{name}-{names.Count + 1}";
            var account = new Account { UserName = user, NormalizedUserName = user.ToUpperInvariant(), StaffId = member.Value, SecurityStamp = user };
            account.PasswordHash = hasher.HashPassword(account, Password);
            accounts.Users.Add(account);
            names.Add(user);
        }

        return names;
    }
}
