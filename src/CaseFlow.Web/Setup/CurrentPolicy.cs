using System.Data.Common;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Web.Setup;

/// <summary>The policy in force: the files of the rules folder with what the school has set over them, loaded when first asked for.</summary>
/// <remarks>
/// A change of the files comes into force without a restart, once they are in order; until then the policy before it stays and
/// <see cref="LastProblems"/> says what is wrong. So does a change of a parameter, on whichever node it was made. Safe for use by several
/// threads. No watcher of the file system: those lose changes on network drives and in containers.
/// </remarks>
/// <param name="open">Opens the database that holds what the school has set.</param>
/// <param name="engines">Puts a policy on the engines that decide by it; null leaves it on the built-in ones.</param>
public sealed class CurrentPolicy(string folder, Func<CaseFlowDb> open, TimeProvider time, ILogger<CurrentPolicy> log, Func<CarePolicy, CarePolicy>? engines = null)
{
    /// <summary>How often the names, lengths and times of the files, and the number of the latest setting, are looked at, at most.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private volatile CarePolicy? policy;
    private volatile IReadOnlyList<FileProblem> problems = [];
    private volatile bool stale;
    private long lookedAt;
    private string stamp = "";
    private string version = "";
    private int revision;

    public string Folder { get; } = folder;

    /// <summary>What is wrong with the files as they are now; empty where they are those in force.</summary>
    public IReadOnlyList<FileProblem> LastProblems => problems;

    /// <summary>The policy in force.</summary>
    /// <exception cref="DefinitionException">There is none yet, because something is wrong with the files.</exception>
    public CarePolicy Get()
    {
        if (policy is { } known && !stale && time.GetElapsedTime(Interlocked.Read(ref lookedAt)) < CheckEvery)
            return known;
        lock (gate)
        {
            if (policy is null)
                LoadFirst();
            else if (stale || time.GetElapsedTime(lookedAt) >= CheckEvery)
                Look();
            return policy!;
        }
    }

    /// <summary>Whoever asks next looks first: something was set here.</summary>
    public void LookAgain() => stale = true;

    private void LoadFirst()
    {
        var found = CarePolicyFiles.StampOf(Folder);
        var files = CarePolicyFiles.Read(Folder);
        using var db = open();
        revision = ParametersOnFile.Revision(db);
        policy = Load(files, ParametersOnFile.Settings(db));
        (stamp, version) = (found, CarePolicyFiles.VersionOf(files));
        SayIgnored();
        Interlocked.Exchange(ref lookedAt, time.GetTimestamp());
    }

    private void Look()
    {
        Interlocked.Exchange(ref lookedAt, time.GetTimestamp());
        stale = false;
        LookAtFiles();
        LookAtSettings();
    }

    private void LookAtFiles()
    {
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

    private void LookAtSettings()
    {
        try
        {
            using var db = open();
            var latest = ParametersOnFile.Revision(db);
            if (latest == revision)
                return;
            policy = Load(policy!.Source.Files, ParametersOnFile.Settings(db));
            revision = latest;
            log.LogInformation("Parameters of rules have been set and are in force; the latest change is number {No}", latest);
            SayIgnored();
        }
        catch (DbException e)
        {
            log.LogError(e, "What the school has set over its rules cannot be read now; the rules before stay in force.");
        }
    }

    private CarePolicy Load(IReadOnlyDictionary<string, string> files, ParameterSettings settings)
    {
        var loaded = CarePolicyFiles.Load(files, settings);
        return engines is null ? loaded : engines(loaded);
    }

    private void TakeOver(IReadOnlyDictionary<string, string> files)
    {
        var now = CarePolicyFiles.VersionOf(files);
        if (now != version)
        {
            policy = Load(files, policy!.Source.Settings);
            version = now;
            log.LogInformation("The rule files have changed and are in force: {Folder}", Folder);
            SayIgnored();
        }

        problems = [];
    }

    private void SayIgnored()
    {
        foreach (var ignored in policy!.Ignored)
        {
            log.LogWarning(
                "The setting {Rule}.{Parameter} = {Value} is ignored: {Why}",
                ignored.Setting.Rule, ignored.Setting.Parameter, ignored.Setting.Value, ignored.Why.Words.En);
        }
    }

    private void Keep(IReadOnlyList<FileProblem> wrong)
    {
        if (!problems.SequenceEqual(wrong))
            log.LogError("The rule files have changed and are not in order; the rules before stay in force. {Problems}", string.Join("; ", wrong));
        problems = wrong;
    }
}
