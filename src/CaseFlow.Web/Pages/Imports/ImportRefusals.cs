using CaseFlow.Engine;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Imports;

/// <summary>Why files were not taken.</summary>
internal static class ImportRefusals
{
    public static readonly Refusal NoFile = new("import.no-file", ImportWords.NoFile);
}
