namespace CaseFlow.Benchmarks.Counties;

/// <summary>A folder of county databases: each size is made once and kept for the next run.</summary>
internal sealed class CountyFolder(string path)
{
    /// <summary>Where the benchmarks keep theirs.</summary>
    public static CountyFolder Usual { get; } = new(Path.Combine(Path.GetTempPath(), "caseflow-benchmarks"));

    /// <summary>A copy that a benchmark may write to.</summary>
    public string CopyOf(int children)
    {
        Directory.CreateDirectory(path);
        var made = Path.Combine(path, $"county-{children}.db");
        if (!File.Exists(made))
        {
            var half = made + ".half";
            File.Delete(half);
            CountyDatabase.Create(half, new County(children));
            File.Move(half, made);
        }

        var copy = Path.Combine(path, $"county-{children}-used.db");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // a pooled connection would go on with the file that was there
        foreach (var old in new[] { copy, copy + "-wal", copy + "-shm" })
            File.Delete(old);
        File.Copy(made, copy);
        new CountyDatabase(copy).Migrate(); // it may have been made by an earlier version
        return copy;
    }
}
