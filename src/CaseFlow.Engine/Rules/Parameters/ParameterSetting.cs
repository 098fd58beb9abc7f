namespace CaseFlow.Engine.Rules.Parameters;

/// <summary>A value that a school has set in place of the one in a rule file.</summary>
/// <param name="Value">As people write it: <c>30</c>, <c>true</c>, or several split by commas.</param>
public sealed record ParameterSetting(string Rule, string Parameter, string Value);

/// <summary>A setting that is not in force, and why: the files have changed under it.</summary>
public sealed record IgnoredSetting(ParameterSetting Setting, Refusal Why);

/// <summary>All that a school has set; one value a parameter.</summary>
public sealed record ParameterSettings(IReadOnlyList<ParameterSetting> All)
{
    /// <summary>Everything is as the files say.</summary>
    public static readonly ParameterSettings None = new([]);

    public IReadOnlyList<ParameterSetting> Of(string rule) => [.. All.Where(s => s.Rule == rule)];

    /// <summary>These settings with others over them.</summary>
    public ParameterSettings With(IEnumerable<ParameterSetting> others) => others.Aggregate(
        this, (settings, other) => new([.. settings.Without(other.Rule, other.Parameter).All, other]));

    /// <summary>These settings with a parameter as the file has it.</summary>
    public ParameterSettings Without(string rule, string parameter) => new([.. All.Where(s => s.Rule != rule || s.Parameter != parameter)]);
}
