using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>A wish to set parameters: all of them or none.</summary>
/// <param name="Values">The wanted values; one that the file gives means that the file's value holds again.</param>
public sealed record SetParameters(IReadOnlyList<ParameterSetting> Values, string? Reason);

/// <summary>Sets parameters of rules, once the rules have been checked with them, and keeps who, when, from what to what and why.</summary>
public sealed class ParameterChanges(CareRuntime runtime)
{
    private const int MostTries = 5;

    /// <summary>Sets them, or says why not; after a refusal nothing was written.</summary>
    /// <param name="alongside">Rows that are written in the same transaction; called again on a second try, with a fresh context.</param>
    public async Task<Refusal?> SetAsync(
        SetParameters wish, StaffId by, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(wish.Reason))
            return ParameterRefusals.NeedsReason;
        if (wish.Reason.Length > ParameterChange.LongestReason || wish.Values.Any(v => v.Value.Length > ParameterChange.LongestValue))
            return ParameterRefusals.TooLong;
        for (var attempt = 1; ; attempt++)
        {
            using var db = runtime.Open();
            try
            {
                if (Prepare(db, wish, by) is { } refusal)
                    return refusal;
                if (alongside is not null)
                    await alongside(db);
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateException e) when (attempt < MostTries && Conflicts.IsConflict(e))
            {
                // Somebody else set something first: check again with that.
            }
        }
    }

    /// <summary>All changes, latest first.</summary>
    /// <param name="rule">Those of one rule; null for all.</param>
    public async Task<IReadOnlyList<ParameterChange>> HistoryAsync(string? rule = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        return await db.ParameterChanges.AsNoTracking().Where(c => rule == null || c.Rule == rule).OrderByDescending(c => c.No).ToListAsync(cancel);
    }

    /// <summary>What would be in force with other values, or the refusal of the first that does not fit. Writes nothing.</summary>
    public static (CarePolicy? Policy, Refusal? Refusal) Try(PolicySource source, IReadOnlyList<ParameterSetting> values)
    {
        var policy = CarePolicyFiles.Load(source.Files, source.Settings.With(values));
        var wrong = policy.Ignored.FirstOrDefault(i => values.Contains(i.Setting));
        return wrong is null ? (policy, null) : (null, wrong.Why);
    }

    private Refusal? Prepare(CaseFlowDb db, SetParameters wish, StaffId by)
    {
        var no = ParametersOnFile.Revision(db);
        var settings = ParametersOnFile.Settings(db);
        var now = CarePolicyFiles.Load(runtime.Policy().Source.Files, settings);
        var (then, refusal) = Try(now.Source, wish.Values);
        if (then is null)
            return refusal;
        var rows = wish.Values.Select(v => (Before: Parameter(now, v), After: Parameter(then, v), Setting: v))
            .Where(c => c.Before.InForceText != c.After.InForceText || now.Ignored.Any(i => (i.Setting.Rule, i.Setting.Parameter) == (c.Setting.Rule, c.Setting.Parameter)))
            .Select(c => new ParameterChange
            {
                SchoolId = db.SchoolId,
                No = ++no,
                Rule = c.Setting.Rule,
                Parameter = c.Setting.Parameter,
                From = c.Before.InForceText,
                To = c.After.InForceText,
                AsInFile = !c.After.IsSet,
                By = by,
                At = runtime.Now,
                Reason = wish.Reason!.Trim(),
            }).ToList();
        db.ParameterChanges.AddRange(rows);
        return rows.Count == 0 ? ParameterRefusals.NothingChanges : null;
    }

    private static RuleParameter Parameter(CarePolicy policy, ParameterSetting setting) => policy.Rules.Rules
        .Single(r => r.Id == setting.Rule).Parameters.Single(p => p.Name == setting.Parameter);
}
