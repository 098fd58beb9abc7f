using System.Text.Json;

namespace CaseFlow.Web.Backup;

/// <summary>What is in a backup, written into it as <c>manifest.json</c>.</summary>
/// <param name="Format">Of the backup file itself.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Schema">The latest migration of the school's tables and of the accounts'.</param>
public sealed record BackupManifest(
    int Format, string Program, DateTimeOffset MadeAt, string MadeFrom, IReadOnlyList<string> Schema,
    IReadOnlyList<TableCount> Tables, IReadOnlyList<BackupEntry> Files)
{
    public const int PresentFormat = 1;

    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Version => typeof(BackupManifest).Assembly.GetName().Version!.ToString(3);

    public static BackupManifest? Read(Stream from) => JsonSerializer.Deserialize<BackupManifest>(from, Json);

    public void Write(Stream to) => JsonSerializer.Serialize(to, this, Json);
}

/// <summary>A file in a backup.</summary>
/// <param name="Path">With slashes, relative to the top of the backup.</param>
public sealed record BackupEntry(string Path, long Bytes, string Sha256);
