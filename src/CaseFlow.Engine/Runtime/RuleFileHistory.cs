using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Keeps the text of every rule file that was in force, so that the version that a flag carries can be read years later.</summary>
public sealed class RuleFileHistory(CareRuntime runtime)
{
    private volatile PolicySource? kept;

    /// <summary>Keeps the files of the policy in force where they are new. Cheap where they are not.</summary>
    public async Task KeepAsync(CancellationToken cancel = default)
    {
        var policy = runtime.Policy();
        if (ReferenceEquals(policy.Source, kept))
            return;
        using var db = runtime.Open();
        var known = (await db.RuleFileVersions.Select(v => new { v.File, v.Version }).ToListAsync(cancel)).ConvertAll(v => (v.File, v.Version));
        db.RuleFileVersions.AddRange(policy.Rules.Rules.Select(r => (r.File, Version: FileVersionOf(r.FileVersion))).Distinct().Except(known)
            .Select(v => new RuleFileVersion
            {
                SchoolId = db.SchoolId,
                File = v.File,
                Version = v.Version,
                Text = policy.Source.Files[v.File],
                Since = runtime.Now,
            }));
        try
        {
            await db.SaveChangesAsync(cancel);
            kept = policy.Source;
        }
        catch (DbUpdateException e) when (Conflicts.IsConflict(e))
        {
            // Another node kept the same first; the next look finds it.
        }
    }

    /// <summary>The versions of a file, latest first.</summary>
    public async Task<IReadOnlyList<RuleFileVersion>> OfAsync(string file, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        return await db.RuleFileVersions.AsNoTracking().Where(v => v.File == file).OrderByDescending(v => v.Since).ToListAsync(cancel);
    }

    /// <summary>The version of the file itself in the version that a flag carries: what stands before the plus sign.</summary>
    public static string FileVersionOf(string carried) => carried.Split('+')[0];
}
