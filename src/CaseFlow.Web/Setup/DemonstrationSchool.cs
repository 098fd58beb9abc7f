using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Demonstration;
using CaseFlow.Web.Import;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>Puts the invented school into an empty database, so that every page shows something on first open.</summary>
public static class DemonstrationSchool
{
    private const string Name = "青禾小学（虚构的示范学校）";

    /// <summary>Does nothing where there is a child or an account.</summary>
    public static async Task SeedAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        using var scope = services.CreateScope();
        var runtime = services.GetRequiredService<CareRuntime>();
        using (var accounts = services.GetRequiredService<Databases>().OpenAccounts())
        using (var db = runtime.Open())
        {
            if (await db.Children.AnyAsync(cancel) || !await FirstRun.IsOpenAsync(accounts, cancel))
                return;
        }

        Console.WriteLine("The database is empty: making the demonstration school.");
        var until = SchoolTime.WithoutCalendar(runtime.Zone).DayOf(runtime.Now).AddDays(-1);
        await ImportAsync(runtime, until, cancel);
        // The cases open this very moment: their clocks run, and nothing is late before anybody could have looked.
        var report = await services.GetRequiredService<SchoolScreening>().RunAsync(time => ScreeningMoment.At(runtime.Now, time), cancel: cancel);
        Console.WriteLine($"  {report.Children} invented pupils, {report.Flags.Count} flags, {report.CasesOpened.Count} cases opened");
        var lived = await DemonstrationDays.LiveAsync(runtime, services.GetRequiredService<Desk>(), cancel);
        await services.GetRequiredService<DueSweep>().RunAsync(runtime.Now, cancel: cancel);
        await services.GetRequiredService<OutboxDelivery>().RunAsync(cancel: cancel);
        Console.WriteLine($"  {lived} steps of the staff taken");
        using (var db = runtime.Open())
            await DemonstrationAccounts.MakeAsync(db, scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), cancel);
        var databases = services.GetRequiredService<Databases>();
        await databases.LearnAsync(cancel);
        if (runtime.Clock is DemonstrationClock clock)
            await clock.RecogniseAsync(databases, cancel);
    }

    private static async Task ImportAsync(CareRuntime runtime, DateOnly until, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-demonstration-").FullName;
        try
        {
            InventedSchool.Write(folder, new InventedSchoolOptions { Until = until });
            using var db = runtime.Open();
            var import = await new SchoolImport(db, runtime.Clock, runtime.NewId).Folder(folder, stop: cancel);
            if (import.AllProblems.FirstOrDefault() is { } problem)
                throw new SetupException($"The demonstration school could not be imported: {problem}");
            await db.Schools.ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, Name), cancel);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
