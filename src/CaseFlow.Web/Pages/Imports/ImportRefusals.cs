using CaseFlow.Engine;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Imports;

/// <summary>Why files were not taken.</summary>
internal static class ImportRefusals
{
    public static readonly Refusal NoFile = new("import.no-file", ImportWords.NoFile);
    public static readonly Refusal TooLarge = new("import.too-large", ImportWords.TooLarge);
    public static readonly Refusal NoSuchImport = new("import.unknown", ImportWords.NoSuchImport);
    public static readonly Refusal Written = new("import.written", ImportWords.Written);

    /// <summary>What a mapping of a sheet does not say.</summary>
    public static Refusal Gaps(IReadOnlyList<Words> gaps) =>
        new("import.sheet-gaps", new(string.Join("；", gaps.Select(g => g.Zh)), string.Join("; ", gaps.Select(g => g.En))));
}
