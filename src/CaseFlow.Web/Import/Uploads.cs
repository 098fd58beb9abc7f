using System.IO.Compression;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Import.WideSheets;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>Files that the administrator gives to the program: kept in the database, looked at, and imported or left.</summary>
/// <remarks>In the database, as the next request may reach another node; and no longer than they are needed, as they say a lot of children.</remarks>
public sealed class Uploads(CareRuntime runtime, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Keeps files to be looked at.</summary>
    /// <returns>The number under which they are kept.</returns>
    public async Task<Guid> KeepAsync(StaffId by, IReadOnlyList<SchoolFile> files, CancellationToken cancel)
    {
        var upload = await PackAsync(by, files, cancel);
        await KeepAsync(upload, null, cancel);
        return upload.Id;
    }

    /// <summary>Files that can be looked at and are not kept yet.</summary>
    public async Task<Upload> PackAsync(StaffId by, IReadOnlyList<SchoolFile> files, CancellationToken cancel)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                await using var to = await archive.CreateEntry(Path.GetFileName(file.Name)).OpenAsync(cancel);
                await using var from = file.Open();
                await from.CopyToAsync(to, cancel);
            }
        }

        using var db = runtime.Open();
        var names = string.Join(", ", files.Select(f => Path.GetFileName(f.Name)));
        return new Upload
        {
            SchoolId = db.SchoolId, Id = runtime.NewId(), By = by, At = runtime.Now, Names = names[..Math.Min(names.Length, 1000)], Content = packed.ToArray(),
        };
    }

    /// <param name="alongside">Rows written in the same transaction.</param>
    public async Task KeepAsync(Upload upload, Func<CaseFlowDb, Task>? alongside, CancellationToken cancel)
    {
        using var db = runtime.Open();
        await ForgetAsync(db, cancel);
        db.Add(upload);
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What an import of the files would do now; nothing is written.</summary>
    /// <param name="tellAll">Whether every change is told in words, or the first of each file.</param>
    public async Task<ImportReport> LookAsync(Upload upload, CancellationToken cancel, bool tellAll = false)
    {
        var options = Options(upload) with { DryRun = true };
        using var db = runtime.Open();
        return await new SchoolImport(db, time, runtime.NewId).Files(Files(upload), tellAll ? options with { MostTold = int.MaxValue } : options, cancel);
    }

    /// <summary>A sheet with a row a pupil among the files, with what is known of its parts; null where there is none of this number.</summary>
    /// <param name="mapping">What somebody would say of it; null for what was said, or else is guessed.</param>
    internal async Task<SheetReading?> SheetAsync(Upload upload, int no, SheetMapping? mapping, CancellationToken cancel)
    {
        using var db = runtime.Open();
        var options = Options(upload);
        if (mapping is not null)
            options = options with { Sheets = new Dictionary<int, SheetMapping>(options.Sheets) { [no] = mapping } };
        var sheets = await new SchoolImport(db, time, runtime.NewId).Sheets(Files(upload), options, cancel);
        return sheets.FirstOrDefault(s => s.No == no);
    }

    /// <summary>Keeps what was said of a sheet, for this upload and for the next sheet of its shape.</summary>
    /// <param name="sheet">With what was said of it, and without gaps.</param>
    /// <param name="alongside">Rows written in the same transaction.</param>
    internal async Task MapAsync(Guid id, SheetReading sheet, StaffId by, Func<CaseFlowDb, Task>? alongside, CancellationToken cancel)
    {
        using var db = runtime.Open();
        var upload = await db.Uploads.SingleAsync(u => u.Id == id, cancel);
        upload.Sheets = SheetMapping.WriteAll(new Dictionary<int, SheetMapping>(SheetMapping.ReadAll(upload.Sheets)) { [sheet.No] = sheet.Mapping });
        var shape = sheet.Sheet.Shape;
        var remembered = await db.RememberedSheets.SingleOrDefaultAsync(r => r.Shape == shape, cancel);
        if (remembered is null)
            db.Add(remembered = new RememberedSheet { SchoolId = db.SchoolId, Shape = shape, Mapping = "" });
        (remembered.Mapping, remembered.By, remembered.At) = (sheet.Mapping.ToRemember().Write(), by, runtime.Now);
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Imports the files; after that they are kept no longer.</summary>
    /// <param name="alongside">Rows written in the transaction that says so.</param>
    public async Task<ImportReport> ImportAsync(Upload upload, CancellationToken cancel, Func<CaseFlowDb, Task>? alongside = null)
    {
        using var db = runtime.Open();
        var report = await new SchoolImport(db, time, runtime.NewId).Files(Files(upload), Options(upload), cancel);
        db.Attach(upload);
        (upload.ImportedAt, upload.Added, upload.Changed, upload.Refused) =
            (runtime.Now, report.Files.Sum(f => f.Added), report.Files.Sum(f => f.Changed), report.Files.Count(f => f.Refused));
        upload.Content = [];
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
        return report;
    }

    /// <summary>Lets go of files that nobody imports.</summary>
    public async Task LeaveAsync(Guid id, CancellationToken cancel)
    {
        using var db = runtime.Open();
        await db.Uploads.Where(u => u.Id == id && u.ImportedAt == null).ExecuteDeleteAsync(cancel);
    }

    private async Task ForgetAsync(CaseFlowDb db, CancellationToken cancel)
    {
        var since = runtime.Now - KeptFor;
        await db.Uploads.Where(u => u.ImportedAt == null && u.At < since).ExecuteDeleteAsync(cancel);
    }

    private static ImportOptions Options(Upload upload) => new() { Sheets = SheetMapping.ReadAll(upload.Sheets) };

    private static List<SchoolFile> Files(Upload upload)
    {
        using var archive = new ZipArchive(new MemoryStream(upload.Content));
        return archive.Entries.Select(entry =>
        {
            using var bytes = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(bytes);
            return new SchoolFile(entry.Name, () => new MemoryStream(bytes.ToArray()));
        }).ToList();
    }
}
