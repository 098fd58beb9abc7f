using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.TestSchools;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>What every database must do, told through the engine.</summary>
public sealed class StorageSuite(DatabaseServers servers) : IClassFixture<DatabaseServers>
{
    /// <summary>The life of a school through files, screening, people and clock; every invariant holds at the end.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_school_lives_and_every_invariant_holds(StorageProvider database)
    {
        using var installation = New(database);
        var (school, day) = await ScreenedAsync(installation);
        (await installation.ScreenAsync(day)).CasesOpened.ShouldBeEmpty("screening twice changes nothing");
        var expected = PlainRules.Screen(school, day);
        installation.Clock.Now = ScreeningMoment.EndOf(day, await TimeAsync(installation)).Now.AddHours(1);
        (await new DueSweep(installation.Runtime).RunAsync(installation.Clock.Now.AddDays(5))).Failed.ShouldBeEmpty();
        var delivered = await new OutboxDelivery(installation.Runtime).RunAsync();

        delivered.ShouldBeGreaterThan(0);
        (await new OutboxDelivery(installation.Runtime).RunAsync()).ShouldBe(0, "a message is delivered once");
        using var db = installation.Open();
        (await db.Flags.CountAsync(f => f.Status == FlagStatus.Active)).ShouldBe(expected.Flags.Count);
        (await installation.VerifyAsync()).Invariants.SelectMany(i => i.Broken).ShouldBeEmpty();
    }

    /// <summary>Two writers on the same child: both commands happen, one after the other, and nothing is lost.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task Two_writers_on_one_child_come_one_after_the_other(StorageProvider database)
    {
        using var installation = New(database);
        await ScreenedAsync(installation);
        var (child, actor) = await SomeCaseAsync(installation);
        var desk = new Desk(installation.Runtime);

        var decisions = await Task.WhenAll(Enumerable.Range(1, 4).Select(i =>
            desk.DoAsync(child, new AddNote(new CaseNo(1), $"记录 {i}", false), actor)));

        decisions.ShouldAllBe(d => !d!.IsRefused);
        using var db = installation.Open();
        (await db.Journal.CountAsync(j => j.ChildId == child && j.Type == "note-added")).ShouldBe(4);
        (await installation.VerifyAsync()).Ok.ShouldBeTrue();
    }

    /// <summary>Every database sorts names alike, and finds them alike by characters, pinyin with and without tones, initials, number.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task Names_sort_and_are_found_alike(StorageProvider database)
    {
        string[] inOrder = ["安静", "Anna", "陈明", "李明", "厉明", "连明", "单小明", "王芳", "王伟", "曾小明", "张三", "张伟"];
        using var installation = New(database);
        using (var db = installation.Open())
        {
            var room = new Engine.Children.ClassRoom { Id = new ClassId(Ids.Next()), SchoolId = db.SchoolId, Name = "三(1)班" };
            db.Add(room);
            db.AddRange(inOrder.Reverse().Select((name, i) => new Child
            {
                Id = new ChildId(Ids.Next()), SchoolId = db.SchoolId, StudentNo = $"S{i:00}", Name = name, ClassId = room.Id,
            }));
            await db.SaveChangesAsync();
            await db.Children.Where(c => c.Name == "张三" || c.Name == "李明")
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.SortKey, "").SetProperty(x => x.SearchKeys, "")); // as before there were keys
            await ChildSearch.FillAsync(db);
        }

        using var reading = installation.Open();
        (await reading.Children.OrderBy(c => c.SortKey).Select(c => c.Name).ToListAsync()).ShouldBe(inOrder);
        foreach (var (typed, found) in new (string, string[])[]
        {
            ("伟", ["王伟", "张伟"]), ("zhangwei", ["张伟"]), ("zhang", ["张三", "张伟"]), ("ZHANG Wěi", ["张伟"]), ("zhang1 wei3", ["张伟"]), ("zw", ["张伟"]),
            ("wei", ["王伟", "张伟"]), ("w", ["王芳", "王伟", "张伟"]), ("shan xiao", ["单小明"]), ("dxm", ["单小明"]), ("S00", ["张伟"]), ("anna", ["Anna"]),
            ("三(1)班", inOrder), ("%", []), ("nobody", []), ("[z]w", []),
        })
            (await reading.Children.Matching(reading, typed).OrderBy(c => c.SortKey).Select(c => c.Name).ToListAsync()).ShouldBe(found, ignoreOrder: false, customMessage: typed);
        var renamed = await reading.Children.SingleAsync(c => c.Name == "张三");
        renamed.Name = "安三";
        await reading.SaveChangesAsync();
        (await reading.Children.Matching(reading, "ansan").SingleAsync()).SortKey.ShouldStartWith("an1 ");
    }

    /// <summary>A refusal writes nothing at all.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_refusal_changes_nothing(StorageProvider database)
    {
        using var installation = New(database);
        await ScreenedAsync(installation);
        var (child, actor) = await SomeCaseAsync(installation);
        using var db = installation.Open();
        var before = await db.Journal.CountAsync();

        var decision = await new Desk(installation.Runtime).DoAsync(child, new CloseCase(new CaseNo(1), null), actor);

        decision!.IsRefused.ShouldBeTrue();
        (await db.Journal.CountAsync()).ShouldBe(before);
    }

    [Theory]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task The_verbs_run_from_migrate_to_verify(StorageProvider database)
    {
        using var data = new TempFolder();
        using var files = new TempFolder();
        SchoolFiles.Write(RandomSchool.Make(7, RandomSchoolSize.Tiny), files.Path);
        string[] settings =
        [
            $"--Storage:Provider={database}", $"--ConnectionStrings:CaseFlow={servers.NewDatabase(database)}",
            $"--Data:Folder={data.Path}", $"--Rules:Folder={TestInstallation.RulesFolder}",
        ];

        (await RunAsync("verify")).ShouldBe(1, "the database is not at this version yet");
        (await RunAsync("migrate")).ShouldBe(0);
        (await RunAsync("import", files.Path)).ShouldBe(0);
        (await RunAsync("screen", "--as-of", "2025-03-03")).ShouldBe(0);
        (await RunAsync("work", "--as-of", "2025-03-10")).ShouldBe(0);
        (await RunAsync("verify")).ShouldBe(0);

        async Task<int> RunAsync(params string[] verb)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            return await CaseFlow.Web.Verbs.CommandLine.RunAsync([.. verb, .. settings], output, error);
        }
    }

    internal static async Task<(TestSchools.School School, DateOnly Day)> ScreenedAsync(TestInstallation installation)
    {
        var school = RandomSchool.Make(7, RandomSchoolSize.Tiny);
        using var files = new TempFolder();
        SchoolFiles.Write(school, files.Path);
        (await installation.ImportAsync(files.Path)).Ok.ShouldBeTrue();
        var day = RandomSchool.InterestingDays(school).Order().Last(d => PlainRules.Screen(school, d).Levels.Values.Any(l => l >= 2));
        (await installation.ScreenAsync(day)).CasesOpened.ShouldNotBeEmpty();
        return (school, day);
    }

    internal static async Task<(ChildId Child, Actor Owner)> SomeCaseAsync(TestInstallation installation)
    {
        using var db = installation.Open();
        var row = await db.Cases.OrderBy(c => c.ChildId).FirstAsync(c => c.IsOpen);
        return (row.ChildId, Actor.Of(row.OwnerId));
    }

    private static async Task<Engine.Calendar.SchoolTime> TimeAsync(TestInstallation installation)
    {
        using var db = installation.Open();
        return (await SchoolOnFile.LoadAsync(db, installation.Runtime.Zone)).Time;
    }

    private TestInstallation New(StorageProvider database) => new(database, servers.NewDatabase(database));
}
