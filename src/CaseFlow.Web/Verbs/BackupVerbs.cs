using System.CommandLine;
using CaseFlow.Web.Backup;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary><c>backup</c>, <c>restore</c> and <c>move</c>: whole installations as files, and from one database to another.</summary>
internal static class BackupVerbs
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        add(Backup(frame));
        add(Restore(frame));
        add(Move(frame));
    }

    private static Command Backup(VerbFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "The backup to write; one that is there is replaced when the new one is whole." };
        var verb = new Command("backup", "Writes a consistent copy of the installation (database with keys, attachments, rules) while it runs, and verifies it.") { file };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            var name = parsed.GetValue(file)!;
            var report = await output.WithProgressAsync("copying", p => services.GetRequiredService<InstallationBackup>().BackUpAsync(name, p, cancel));
            return Tell(report, output, $"{name} ({new FileInfo(name).Length:n0} bytes) is written and was verified.");
        });
        return verb;
    }

    private static Command Restore(VerbFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "A backup made by the verb backup." };
        var verb = new Command("restore", "Brings a backup back into an empty installation, of any provider, and verifies it there.") { file };
        verb.SetAction(async (parsed, cancel) =>
        {
            var name = parsed.GetValue(file)!;
            var output = frame.OutputFor(parsed);
            if (!File.Exists(name))
                throw new SetupException($"{name} is not there.");
            await using var services = Services(frame);
            var report = await output.WithProgressAsync("restoring", p => services.GetRequiredService<InstallationBackup>().RestoreAsync(name, p, cancel));
            return Tell(
                report, output, $"{name} is restored and was verified.",
                $"Its rule files lie in {services.GetRequiredService<InstallationFolders>().RestoredRules}; compare them with those in force.");
        });
        return verb;
    }

    private static Command Move(VerbFrame frame)
    {
        var provider = new Option<StorageProvider>("--to") { Description = "The provider of the new database.", Required = true };
        var connection = new Option<string>("--connection") { Description = "The connection string of the new database, which must be empty.", Required = true };
        var verb = new Command("move", "Copies the installation into an empty database of another provider and verifies it there. Stop serving before.") { provider, connection };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            var to = new Databases(parsed.GetValue(provider), parsed.GetValue(connection)!);
            var report = await output.WithProgressAsync("moving", p => services.GetRequiredService<InstallationBackup>().MoveAsync(to, p, cancel));
            return Tell(
                report, output, $"The installation is in the {to.Provider} database and was verified there.",
                $"Now set Storage:Provider={to.Provider} and ConnectionStrings:CaseFlow, and serve. The old database is as it was.");
        });
        return verb;
    }

    /// <summary>The program's services without the database being touched before the verb itself does.</summary>
    private static ServiceProvider Services(VerbFrame frame)
    {
        var builder = CaseFlowHost.Builder(frame.Settings);
        builder.Logging.ClearProviders();
        return builder.Services.BuildServiceProvider();
    }

    private static int Tell(CopyReport report, Output output, params string[] done)
    {
        var tables = report.Tables.Where(t => t.Rows > 0).ToList();
        output.Result(
            new { report.Ok, rows = tables.Sum(t => t.Rows), tables, report.Differences, verified = report.Verified.Select(VerifyVerb.Document) },
            [
                .. tables.Select(t => $"  {t.Table} {t.Rows}"),
                .. report.Verified.SelectMany(VerifyVerb.Lines),
                .. report.Differences,
                .. report.Ok ? done : ["Something is broken; see above."],
            ]);
        return report.Ok ? 0 : 1;
    }
}
