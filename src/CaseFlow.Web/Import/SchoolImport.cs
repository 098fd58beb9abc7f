using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Import.WideSheets;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>
/// Imports a school's files: all or nothing for each file, and the same file twice changes nothing. Not safe for use by two
/// callers at once; the context is left without tracked rows.
/// </summary>
/// <remarks>Source: contract, 'Import files'. docs/import.md says what the files may look like.</remarks>
public sealed class SchoolImport(CaseFlowDb db, TimeProvider time, NewId newId)
{
    /// <summary>How often a file is written again after somebody else changed one of its rows in between.</summary>
    private const int Attempts = 3;

    /// <summary>Imports the files that are in a folder.</summary>
    public async Task<ImportReport> Folder(string folder, ImportOptions? options = null, CancellationToken stop = default)
    {
        if (Directory.Exists(folder))
            return await Files(SchoolFile.In(folder), options, stop);
        var problem = new ImportProblem(folder, 0, null, null, FileReasons.NoFolder(folder));
        return new([], [problem], [], options?.DryRun ?? false);
    }

    /// <summary>Imports those of the files, and of the sheets of workbooks, whose names are known.</summary>
    public async Task<ImportReport> Files(IReadOnlyList<SchoolFile> given, ImportOptions? options = null, CancellationToken stop = default)
    {
        var (files, broken) = Expanded(given);
        return broken is null ? await Known(files, options ?? new(), stop) : new([], [broken], [], options?.DryRun ?? false);
    }

    /// <summary>The sheets with a row a pupil among files, with what is known of their parts; nothing is written.</summary>
    internal async Task<IReadOnlyList<SheetReading>> Sheets(IReadOnlyList<SchoolFile> given, ImportOptions options, CancellationToken stop = default)
    {
        var (files, broken) = Expanded(given);
        return broken is null ? (await Checked(files, options, stop)).Sheets : [];
    }

    private static (List<SchoolFile> Files, ImportProblem? Broken) Expanded(IReadOnlyList<SchoolFile> given)
    {
        var files = new List<SchoolFile>();
        foreach (var file in given)
        {
            try
            {
                files.AddRange(Workbook.Files(file));
            }
            catch (IOException e)
            {
                return ([], new(file.Name, 0, null, null, FileReasons.BrokenWorkbook(e.Message)));
            }
        }

        return (files, null);
    }

    private async Task<ImportReport> Known(List<SchoolFile> files, ImportOptions options, CancellationToken stop)
    {
        var (imports, sheets, ignored) = await Checked(files, options, stop);
        if (imports.Count == 0 && sheets.Count == 0)
        {
            var known = string.Join(", ", FileFormats.All.Select(f => f.File));
            return new([], [new("", 0, null, null, FileReasons.NoFiles(known))], ignored, options.DryRun);
        }

        foreach (var import in imports)
            import.Resolve();
        RefuseWhatBuildsOnRefused(imports);
        for (var i = 1; i < imports.Count; i++)
            imports.Take(i).ToList().ForEach(imports[i].LeaveOut);
        return new(await Write(imports, options, stop), [], ignored, options.DryRun) { Sheets = [.. sheets.Select(s => s.Report)] };
    }

    /// <summary>The files and sheets with their rows checked one by one; the sheets come last, as they name pupils of the files.</summary>
    private async Task<(List<FileImport> Imports, IReadOnlyList<SheetReading> Sheets, IReadOnlyList<string> Ignored)> Checked(
        List<SchoolFile> files, ImportOptions options, CancellationToken stop)
    {
        var wide = files.Where(MayBeWide).Select(f => (File: f, Sheet: SheetRecognition.Of(f))).Where(f => f.Sheet is not null).ToDictionary(f => f.File, f => f.Sheet!);
        var byName = files.Where(f => !wide.ContainsKey(f)).ToLookup(f => f.Name.ToLowerInvariant());
        var given = FileFormats.All.Select(f => f.File).Where(byName.Contains).ToHashSet();
        IReadOnlyList<string> ignored = [.. byName.Where(f => !given.Contains(f.Key)).SelectMany(f => f).Select(f => f.Name)];
        db.ChangeTracker.Clear();
        var roll = await SchoolRoll.OnFile(db, newId, given, stop);
        var imports = Imports(roll).Where(i => given.Contains(i.Format.File)).ToList();
        foreach (var import in imports)
            await Check(import, [.. byName[import.Format.File]], roll, stop);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var sheets = await SheetReadings.ReadAsync(db, [.. wide.Values], options.Sheets, roll, today, stop);
        var pupils = sheets.Exists(s => s.IsReady) ? new SheetPupils(roll) : null;
        imports.AddRange(sheets.Where(s => s.IsReady).Select(s => Import(s, roll, pupils!)));
        return (imports, sheets, ignored);
    }

    /// <summary>Marks and results are what such sheets give; under another known name stands a file of the contract.</summary>
    private static bool MayBeWide(SchoolFile file) =>
        FileFormats.Named(file.Name) is not { } format || format == FileFormats.Attendance || format == FileFormats.Exams;

    private static FileImport Import(SheetReading sheet, SchoolRoll roll, SheetPupils pupils)
    {
        FileImport import = sheet.Sheet.Kind == SheetKind.Grades ? new ExamsFile(roll, sheet.Sheet.Name) : new AttendanceFile(roll, sheet.Sheet.Name);
        import.Read(new SheetRows(sheet.Sheet, sheet.Mapping, pupils, import.Problems).All());
        return import;
    }

    /// <summary>Staff before classes: a new class brings its teacher along.</summary>
    private static readonly FileFormat[] OrderOfWriting =
    [
        FileFormats.Calendar, FileFormats.Staff, FileFormats.Classes, FileFormats.Students,
        FileFormats.Attendance, FileFormats.Exams, FileFormats.Observations, FileFormats.Contacts,
    ];

    /// <summary>In the order in which they are checked: each names only what those before it bring, but for the teachers of classes.</summary>
    private static IEnumerable<FileImport> Imports(SchoolRoll roll) =>
    [
        new CalendarFile(roll), new ClassesFile(roll), new StaffFile(roll), new StudentsFile(roll),
        new AttendanceFile(roll), new ExamsFile(roll), new ObservationsFile(roll), new ContactsFile(roll),
    ];

    private static async Task Check(FileImport import, IReadOnlyList<SchoolFile> files, SchoolRoll roll, CancellationToken stop)
    {
        roll.Incomplete.Add(import.Format.File);
        if (files.Count > 1)
        {
            import.Problems.Add(FileReasons.SameNameTwice(string.Join(", ", files.Select(f => f.Name))));
            return;
        }

        try
        {
            using var bytes = new MemoryStream();
            await using (var stream = files[0].Open())
                await stream.CopyToAsync(bytes, stop);
            roll.Incomplete.Remove(import.Format.File);
            import.Read(bytes.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            import.Problems.Add(FileReasons.Unreadable(e.Message));
        }
    }

    /// <summary>A file that names what only a refused file brings is refused with one problem, and so on down the line.</summary>
    private static void RefuseWhatBuildsOnRefused(List<FileImport> imports)
    {
        for (var again = true; again;)
        {
            again = false;
            var refused = imports.Where(i => i.IsRefused).Select(i => i.Name).ToHashSet();
            foreach (var import in imports.Where(i => !i.IsRefused))
            {
                if (import.Needs.FirstOrDefault(refused.Contains) is not { } first)
                    continue;
                import.Problems.Add(FileReasons.NeedsFirst(first));
                again = true;
            }
        }
    }

    private async Task<IReadOnlyList<FileReport>> Write(List<FileImport> imports, ImportOptions options, CancellationToken stop)
    {
        var accepted = imports.Where(i => !i.IsRefused).Select(i => i.Name).ToHashSet();
        var (detect, savepoints) = (db.ChangeTracker.AutoDetectChangesEnabled, db.Database.AutoSavepointsEnabled);
        (db.ChangeTracker.AutoDetectChangesEnabled, db.Database.AutoSavepointsEnabled) = (false, false);
        try
        {
            Dictionary<FileImport, FileReport> reports = [];
            foreach (var import in imports.OrderBy(i => Array.IndexOf(OrderOfWriting, i.Format)))
            {
                // After staff.csv, which may bring the first administrator itself; before the signals, which are counted in the school's row.
                if (accepted.Count > 0 && !options.DryRun && import is not (CalendarFile or StaffFile))
                    await Installation.EnsureSchool(db, newId, stop);
                reports[import] = import.IsRefused ? Refused(import) : await Write(import, accepted, options, stop);
            }

            if (accepted.Count > 0 && !options.DryRun)
                await Installation.EnsureSchool(db, newId, stop);
            return [.. imports.Select(i => reports[i])];
        }
        finally
        {
            (db.ChangeTracker.AutoDetectChangesEnabled, db.Database.AutoSavepointsEnabled) = (detect, savepoints);
            db.ChangeTracker.Clear();
        }
    }

    private static FileReport Refused(FileImport import) =>
        new(import.Name, import.Rows, 0, 0, 0, true, import.Problems.InOrder(), []);

    private async Task<FileReport> Write(FileImport import, IReadOnlySet<string> accepted, ImportOptions options, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnce(import, accepted, options, stop);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody wrote to one of the rows in between: compare again with what is there now.
            }
        }
    }

    private async Task<FileReport> WriteOnce(FileImport import, IReadOnlySet<string> accepted, ImportOptions options, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var writing = new Writing(db, newId, time.GetUtcNow(), accepted, options, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await import.Write(writing);
        await transaction.CommitAsync(stop);
        writing.Committed();
        return new(import.Name, import.Rows, writing.Added, writing.Changed, writing.Unchanged, false, [], writing.Changes);
    }
}
