namespace CaseFlow.Web.Import;

/// <summary>A file to import, from a folder or an upload.</summary>
/// <param name="Name">The file's name without a folder; upper and lower case are the same.</param>
/// <param name="Open">Gives its bytes from the start; called once, and the stream is disposed.</param>
public sealed record SchoolFile(string Name, Func<Stream> Open)
{
    /// <summary>The files of a folder, folders below it not counted.</summary>
    public static IReadOnlyList<SchoolFile> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Order(StringComparer.Ordinal)
            .Select(path => new SchoolFile(Path.GetFileName(path), () => File.OpenRead(path))),
    ];
}
