using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;

namespace CaseFlow.Web.Setup;

/// <summary>The policy in force: the rule, escalation and workflow files of the rules folder, loaded when first asked for.</summary>
/// <remarks>
/// A change of the files comes into force without a restart, once they are in order; until then the policy before it stays and
/// <see cref="LastProblems"/> says what is wrong. Safe for use by several threads. No watcher of the file system: those lose
/// changes on network drives and in containers.
/// </remarks>
public sealed class CurrentPolicy(string folder, TimeProvider time, ILogger<CurrentPolicy> log)
{
    /// <summary>How often the names, lengths and times of the files are looked at, at most.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private volatile CarePolicy? policy;
    private volatile IReadOnlyList<FileProblem> problems = [];
    private long lookedAt;
    private string stamp = "";
    private string version = "";

    public string Folder { get; } = folder;

    /// <summary>What is wrong with the files as they are now; empty where they are those in force.</summary>
    public IReadOnlyList<FileProblem> LastProblems => problems;

    /// <summary>The policy in force.</summary>
    /// <exception cref="DefinitionException">There is none yet, because something is wrong with the files.</exception>
    public CarePolicy Get()
    {
        if (policy is { } known && time.GetElapsedTime(Interlocked.Read(ref lookedAt)) < CheckEvery)
            return known;
        lock (gate)
        {
            if (policy is null)
                LoadFirst();
            else if (time.GetElapsedTime(lookedAt) >= CheckEvery)
                Look();
            return policy!;
        }
    }

    private void LoadFirst()
    {
        var found = CarePolicyFiles.StampOf(Folder);
        var files = CarePolicyFiles.Read(Folder);
        policy = CarePolicyFiles.Load(files);
        (stamp, version) = (found, CarePolicyFiles.VersionOf(files));
        Interlocked.Exchange(ref lookedAt, time.GetTimestamp());
    }

    private void Look()
    {
        Interlocked.Exchange(ref lookedAt, time.GetTimestamp());
        try
        {
            // The stamp is taken before the texts: what changes in between shows in the next one.
            var found = CarePolicyFiles.StampOf(Folder);
            if (found == stamp)
                return;
            var files = CarePolicyFiles.Read(Folder);
            stamp = found;
            TakeOver(files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stamp = "";
            Keep([new FileProblem(Folder, 1, 1, $"the files cannot be read now: {e.Message}")]);
        }
        catch (DefinitionException e)
        {
            Keep(e.Problems);
        }
    }

    private void TakeOver(IReadOnlyDictionary<string, string> files)
    {
        var now = CarePolicyFiles.VersionOf(files);
        if (now != version)
        {
            policy = CarePolicyFiles.Load(files);
            version = now;
            log.LogInformation("The rule files have changed and are in force: {Folder}", Folder);
        }

        problems = [];
    }

    private void Keep(IReadOnlyList<FileProblem> wrong)
    {
        if (!problems.SequenceEqual(wrong))
            log.LogError("The rule files have changed and are not in order; the rules before stay in force. {Problems}", string.Join("; ", wrong));
        problems = wrong;
    }
}
