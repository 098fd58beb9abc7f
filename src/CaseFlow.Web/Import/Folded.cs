using System.Text;

namespace CaseFlow.Web.Import;

/// <summary>The forms in which texts that mean the same are equal: full-width as half-width, upper as lower case.</summary>
internal static class Folded
{
    /// <summary>Full-width letters, digits and signs as the usual ones.</summary>
    public static string Width(string text) => Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC);

    /// <summary>A number or name by which a row is known again.</summary>
    /// <remarks>A database that compares without case and width (SQL Server as installed) would take the two for one row as well.</remarks>
    public static string Key(string text) => Width(text).ToUpperInvariant();

    /// <summary>A header: case, spaces, underscores and a star for 'required' do not count.</summary>
    public static string Header(string text) =>
        string.Concat(Width(text).Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-' or '*'))).ToLowerInvariant();

    /// <summary>A coded value: case does not count, and a space or underscore is as good as a hyphen.</summary>
    public static string Code(string text) => Width(text).Trim().Replace('_', '-').Replace(' ', '-').ToLowerInvariant();
}

/// <summary>How far two spellings are apart.</summary>
internal static class Spelling
{
    /// <summary>How many letters to add, leave out or change to get from one to the other (Levenshtein).</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
