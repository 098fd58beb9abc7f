using System.Diagnostics;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>A real PostgreSQL server of its own, in a temporary folder, for the tests of one class. Absent where there is none on the machine.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    private readonly DirectoryInfo? folder;
    private readonly string? bin = Bin;

    public PostgreSqlServer()
    {
        if (bin is null)
            return;
        folder = Directory.CreateTempSubdirectory("caseflow-pg");
        // The server refuses to run as root: everything is done as the user that the package made.
        if (Environment.UserName == "root")
            Run("chown", "postgres", folder.FullName);
        AsServer($"{bin}/initdb -D {Data} -U caseflow --auth=trust --encoding=UTF8 --locale=C.UTF-8");
        AsServer($"{bin}/pg_ctl -D {Data} -w -o \"-k {folder.FullName} -c listen_addresses=''\" -l {folder.FullName}/log start");
    }

    /// <summary>Why tests on it are skipped; null where they run.</summary>
    public static string? Missing { get; } = Bin is null ? "PostgreSQL is not installed on this machine" : null;

    private static string? Bin => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    private string Data => Path.Combine(folder!.FullName, "data");

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public string NewDatabase(string name)
    {
        AsServer($"{bin}/createdb -h {folder!.FullName} -U caseflow {name}");
        return $"Host={folder.FullName};Username=caseflow;Database={name};Pooling=false";
    }

    /// <summary>Ends every connection, as a server does that starts anew.</summary>
    public void EndConnections() => AsServer(
        $"{bin}/psql -q -o /dev/null -h {folder!.FullName} -U caseflow postgres "
        + "-c 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null'");

    public void Dispose()
    {
        if (folder is null)
            return;
        AsServer($"{bin}/pg_ctl -D {Data} -m immediate -w stop");
        folder.Delete(recursive: true);
    }

    private static void AsServer(string command)
    {
        if (Environment.UserName == "root")
            Run("runuser", "-u", "postgres", "--", "sh", "-c", command);
        else
            Run("sh", "-c", command);
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = false };
        using var process = Process.Start(start)!;
        process.StandardOutput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }
}

/// <summary>A test that needs a PostgreSQL server; skipped, and saying so, where there is none.</summary>
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.Missing;
}
