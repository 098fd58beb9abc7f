using System.CommandLine;
using CaseFlow.Engine.Children;
using CaseFlow.Web.Import;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary><c>import DIR</c>: reads the files of a school.</summary>
internal static class ImportVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder with the files." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show what would change." };
        var verb = new Command("import", "Reads the school's files from DIR: all or nothing per file; the same file twice changes nothing.") { folder, dryRun };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            using var db = services.GetRequiredService<Databases>().Open();
            var import = new SchoolImport(db, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<NewId>());
            var report = await import.Folder(parsed.GetValue(folder)!, new ImportOptions { DryRun = parsed.GetValue(dryRun) }, cancel);
            foreach (var problem in report.AllProblems)
                output.Say(problem.ToString());
            foreach (var sheet in report.Sheets.Where(s => !s.Ready))
                output.Say($"{sheet.Name}: not read; say once under Import in the web what its columns are");
            output.Result(Document(report, parsed.GetValue(dryRun)), Lines(report));
            return report.Ok ? 0 : 1;
        });
        add(verb);
    }

    private static object Document(ImportReport report, bool dryRun) => new
    {
        report.Ok,
        dryRun,
        files = report.Files.Select(f => new { f.File, f.Rows, f.Added, f.Changed, f.Unchanged, f.Refused, changes = f.Changes.Select(c => c.Words) }),
        sheets = report.Sheets.Select(s => new { s.Name, s.Ready }),
        problems = report.AllProblems.Select(p => new { p.File, p.Line, p.Column, p.Value, reason = p.Reason.ToString() }),
    };

    private static IEnumerable<string> Lines(ImportReport report) => report.Files.SelectMany(f => f.Changes
        .Select(c => $"  {c.Words}")
        .Prepend(f.Refused
            ? $"{f.File}: refused, nothing of it was written"
            : $"{f.File}: {f.Rows} rows, {f.Added} added, {f.Changed} changed, {f.Unchanged} unchanged"));
}
