namespace CaseFlow.Web.Tests;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-files");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
