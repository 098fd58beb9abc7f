using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What the school has set over its rule files, as the database has it: every node and verb sees the same.</summary>
public static class ParametersOnFile
{
    /// <summary>The number of the latest change; 0 where there is none. Cheap to ask, and another wherever something was set.</summary>
    public static int Revision(CaseFlowDb db) => db.ParameterChanges.Max(c => (int?)c.No) ?? 0;

    /// <summary>The settings after the latest change.</summary>
    public static ParameterSettings Settings(CaseFlowDb db) => After(db.ParameterChanges.AsNoTracking().OrderBy(c => c.No));

    /// <summary>The settings after these changes, in their order.</summary>
    public static ParameterSettings After(IEnumerable<ParameterChange> changes) => changes.Aggregate(
        ParameterSettings.None,
        (settings, c) => c.AsInFile
            ? settings.Without(c.Rule, c.Parameter)
            : settings.With([new ParameterSetting(c.Rule, c.Parameter, c.To)]));
}
