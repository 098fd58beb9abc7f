using System.Globalization;

namespace CaseFlow.Engine;

/// <summary>The same words in the two languages of the product.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record Words(string Zh, string En)
{
    /// <summary>No words.</summary>
    public static readonly Words None = new("", "");

    /// <summary>The words in <paramref name="culture"/>: Chinese for any Chinese culture, otherwise English.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Zh : En;

    /// <summary>The words in the current user-interface language.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
