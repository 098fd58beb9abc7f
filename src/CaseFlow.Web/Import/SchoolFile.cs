namespace CaseFlow.Web.Import;

/// <summary>A file to import, from a folder or an upload.</summary>
/// <param name="Name">The file's name without a folder; upper and lower case are the same.</param>
/// <param name="Open">Gives its bytes from the start; and the stream is disposed.</param>
public sealed record SchoolFile(string Name, Func<Stream> Open)
{
    /// <summary>What people call it: the name, and of a sheet of a workbook the workbook's name and its own.</summary>
    public string Title { get; init; } = Name;

    /// <summary>The files of a folder, folders below it not counted.</summary>
    public static IReadOnlyList<SchoolFile> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Order(StringComparer.Ordinal)
            .Select(path => new SchoolFile(Path.GetFileName(path), () => File.OpenRead(path))),
    ];

    internal byte[] ReadAll()
    {
        using var bytes = new MemoryStream();
        using (var stream = Open())
            stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
