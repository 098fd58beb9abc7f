using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Backup;

/// <summary>What a backup, a restore or a move came to.</summary>
/// <param name="Tables">What was copied.</param>
/// <param name="Differences">Tables that are not there as they were read; empty where all is well.</param>
/// <param name="Verified">The invariants of each school in the copy.</param>
public sealed record CopyReport(IReadOnlyList<TableCount> Tables, IReadOnlyList<string> Differences, IReadOnlyList<VerificationReport> Verified)
{
    public bool Ok => Differences.Count == 0 && Verified.All(v => v.Ok);
}

/// <summary>Makes consistent copies of the installation while it runs, brings them back, and moves it to another database.</summary>
/// <param name="installation">The database of the installation.</param>
/// <param name="runtime">For the verification of a copy.</param>
/// <param name="folders">Where attachments and rule files lie.</param>
public sealed class InstallationBackup(Databases installation, CareRuntime runtime, InstallationFolders folders)
{
    /// <summary>Writes the backup, and verifies the very copy that is in it.</summary>
    public async Task<CopyReport> BackUpAsync(string file, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancel = default)
    {
        using var work = new WorkFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var copy = await CopyOutAsync(Path.Combine(work.Path, BackupFile.Database), progress, cancel);
        CopyFolder(Path.Combine(folders.Data, BackupFile.Attachments), Path.Combine(work.Path, BackupFile.Attachments));
        CopyFolder(folders.Rules, Path.Combine(work.Path, BackupFile.Rules));
        var tables = await DatabaseCopy.CountAsync(copy, cancel);
        var schema = await SchemaAsync(copy, cancel);
        var verified = await VerifyAsync(copy, cancel);
        BackupFile.Pack(work.Path, file, files => new BackupManifest(
            BackupManifest.PresentFormat, BackupManifest.Version, runtime.Now, $"{installation.Provider}", schema, tables, files));
        return new CopyReport(tables, [], verified);
    }

    /// <summary>Brings a backup back into the installation's database, which must hold no child yet, and verifies it there.</summary>
    /// <exception cref="SetupException">The file is damaged or too new, or the database is in use.</exception>
    public async Task<CopyReport> RestoreAsync(string file, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancel = default)
    {
        await RefuseIfInUseAsync(installation, cancel);
        using var work = new WorkFolder(folders.Data);
        var manifest = BackupFile.Unpack(file, work.Path);
        var copy = new Databases(StorageProvider.Sqlite, Databases.SqliteFile(Path.Combine(work.Path, BackupFile.Database), pooling: false));
        await RefuseIfNewerAsync(copy, manifest, cancel);
        var read = manifest.Tables;
        if (!await copy.IsCurrentAsync(cancel))
        {
            await copy.MigrateAsync(cancel);
            read = await DatabaseCopy.CountAsync(copy, cancel);
        }

        await CopyInAsync(copy, progress, cancel);
        CopyFolder(Path.Combine(work.Path, BackupFile.Attachments), Path.Combine(folders.Data, BackupFile.Attachments));
        CopyFolder(Path.Combine(work.Path, BackupFile.Rules), folders.RestoredRules);
        return new CopyReport(read, DatabaseCopy.Differences(read, await DatabaseCopy.CountAsync(installation, cancel)), await VerifyAsync(installation, cancel));
    }

    /// <summary>Copies the installation into an empty database, of another provider as a rule, and verifies it there.</summary>
    public async Task<CopyReport> MoveAsync(Databases to, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancel = default)
    {
        await to.MigrateAsync(cancel);
        await RefuseIfInUseAsync(to, cancel);
        var read = await DatabaseCopy.CopyAsync(installation, to, progress, cancel);
        return new CopyReport(read, DatabaseCopy.Differences(read, await DatabaseCopy.CountAsync(to, cancel)), await VerifyAsync(to, cancel));
    }

    /// <summary>On SQLite page by page, as it was at one moment, while others write; elsewhere row by row out of one transaction.</summary>
    private async Task<Databases> CopyOutAsync(string path, IProgress<(int Done, int Of)>? progress, CancellationToken cancel)
    {
        var copy = new Databases(StorageProvider.Sqlite, Databases.SqliteFile(path, pooling: false));
        if (installation.Provider == StorageProvider.Sqlite)
        {
            Pages(installation.Connection, copy.Connection);
        }
        else
        {
            await copy.MigrateAsync(cancel);
            await DatabaseCopy.CopyAsync(installation, copy, progress, cancel);
        }

        using var db = copy.Open();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=DELETE", cancel);
        return copy;
    }

    private async Task CopyInAsync(Databases copy, IProgress<(int Done, int Of)>? progress, CancellationToken cancel)
    {
        await installation.MigrateAsync(cancel);
        if (installation.Provider == StorageProvider.Sqlite)
        {
            Pages(copy.Connection, installation.Connection);
            using var db = installation.Open();
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        }
        else
        {
            await DatabaseCopy.CopyAsync(copy, installation, progress, cancel);
        }
    }

    private static void Pages(string from, string to)
    {
        using var source = new SqliteConnection(from);
        using var target = new SqliteConnection(to);
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static async Task RefuseIfInUseAsync(Databases databases, CancellationToken cancel)
    {
        using var db = databases.Open();
        if (!await db.Database.CanConnectAsync(cancel) || !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
            return;
        if (await db.Children.IgnoreQueryFilters().CountAsync(cancel) is > 0 and var children)
            throw new SetupException($"There are {children} children in the target database already. Nothing was changed; name an empty one (another Data:Folder, or another database).");
    }

    private static async Task RefuseIfNewerAsync(Databases copy, BackupManifest manifest, CancellationToken cancel)
    {
        using var db = copy.Open();
        using var accounts = copy.OpenAccounts();
        string[] known = [.. db.Database.GetMigrations(), .. accounts.Database.GetMigrations()];
        var applied = await SchemaAsync(copy, cancel);
        if (applied.Except(known).Any())
            throw new SetupException($"The backup was made by a later version of the program ({manifest.Program}). Nothing was changed; restore it with that version.");
    }

    private static async Task<IReadOnlyList<string>> SchemaAsync(Databases databases, CancellationToken cancel)
    {
        using var db = databases.Open();
        using var accounts = databases.OpenAccounts();
        return [.. await db.Database.GetAppliedMigrationsAsync(cancel), .. await accounts.Database.GetAppliedMigrationsAsync(cancel)];
    }

    private async Task<IReadOnlyList<VerificationReport>> VerifyAsync(Databases databases, CancellationToken cancel)
    {
        List<SchoolId> schools;
        using (var db = databases.Open())
            schools = await db.Schools.IgnoreQueryFilters().Select(s => s.Id).ToListAsync(cancel);
        var reports = new List<VerificationReport>();
        foreach (var school in schools)
        {
            databases.School = school;
            reports.Add(await new Verification(runtime with { Open = databases.Open, Workflows = new WorkflowShelf(), Schools = new SchoolShelf() }).RunAsync(cancel: cancel));
        }

        return reports;
    }

    private static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>A folder of its own for the time of the work, beside where the result goes.</summary>
    private sealed class WorkFolder : IDisposable
    {
        public WorkFolder(string beside)
        {
            Path = System.IO.Path.Combine(beside, $".caseflow-{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6))}");
            Directory.CreateDirectory(Path);
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
