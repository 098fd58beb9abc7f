using System.IO.Compression;
using System.Security.Cryptography;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Backup;

/// <summary>The file of a backup: a zip of the database as a SQLite file, the attachments, the rule files, and a manifest with the hash of each.</summary>
internal static class BackupFile
{
    public const string Database = "caseflow.db";

    public const string Attachments = "attachments";

    public const string Rules = "rules";

    /// <summary>Packs what lies in a folder; the file appears whole or not at all.</summary>
    public static void Pack(string folder, string file, Func<IReadOnlyList<BackupEntry>, BackupManifest> manifest)
    {
        var part = file + ".part";
        using (var zip = ZipFile.Open(part, ZipArchiveMode.Create))
        {
            var entries = new List<BackupEntry>();
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
                zip.CreateEntryFromFile(path, name, CompressionLevel.Optimal);
                entries.Add(new BackupEntry(name, new FileInfo(path).Length, HashOf(path)));
            }

            using var written = zip.CreateEntry(BackupManifest.Name).Open();
            manifest(entries).Write(written);
        }

        File.Move(part, file, overwrite: true);
    }

    /// <summary>Unpacks into an empty folder, each file held against its hash.</summary>
    /// <exception cref="SetupException">The file is no backup, is damaged, or was made by a later program.</exception>
    public static BackupManifest Unpack(string file, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var manifest = ManifestOf(zip, file);
            foreach (var entry in manifest.Files)
            {
                var path = Path.GetFullPath(Path.Combine(folder, entry.Path));
                if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                    throw new SetupException($"{file} is damaged: '{entry.Path}' would lie outside of it.");
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                (zip.GetEntry(entry.Path) ?? throw new SetupException($"{file} is damaged: {entry.Path} is missing.")).ExtractToFile(path);
                if (HashOf(path) != entry.Sha256)
                    throw new SetupException($"{file} is damaged: {entry.Path} is not what was put in.");
            }

            return manifest;
        }
        catch (InvalidDataException e)
        {
            throw new SetupException($"{file} is no backup of CaseFlow, or is damaged: {e.Message}", e);
        }
    }

    private static BackupManifest ManifestOf(ZipArchive zip, string file)
    {
        using var stream = zip.GetEntry(BackupManifest.Name)?.Open() ?? throw new SetupException($"{file} is no backup of CaseFlow: it has no {BackupManifest.Name}.");
        return BackupManifest.Read(stream) is { Format: BackupManifest.PresentFormat } manifest
            ? manifest
            : throw new SetupException($"{file} was made by another version of the program that this one cannot read.");
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
