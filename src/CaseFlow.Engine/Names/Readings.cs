using System.Reflection;

namespace CaseFlow.Engine.Names;

/// <summary>How Chinese characters are read, from the table that the build wrote. Read at first use, about 20,000 characters; safe to share.</summary>
internal static class Readings
{
    /// <summary>The name of the table in the assembly.</summary>
    public const string Resource = "readings.txt";

    private static readonly Lazy<(Dictionary<char, string[]> Characters, Dictionary<string, string[]> Surnames)> Table = new(Read);

    /// <summary>The readings of a character with the number of the tone, the usual one first; none where it is no Chinese character.</summary>
    public static IReadOnlyList<string> Of(char character) => Table.Value.Characters.GetValueOrDefault(character, []);

    /// <summary>How the surname at the beginning of a name is read where that is not the usual reading; null otherwise.</summary>
    public static IReadOnlyList<string>? OfSurname(string name) =>
        (name.Length > 2 && Table.Value.Surnames.TryGetValue(name[..2], out var two) ? two : null)
        ?? (name.Length > 0 && Table.Value.Surnames.TryGetValue(name[..1], out var one) ? one : null);

    private static (Dictionary<char, string[]>, Dictionary<string, string[]>) Read()
    {
        var (characters, surnames) = (new Dictionary<char, string[]>(21_000), new Dictionary<string, string[]>());
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("the readings of characters are not in the assembly");
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            if (line.StartsWith('='))
                surnames[parts[0][1..]] = parts[1..];
            else
                characters[parts[0][0]] = parts[1..];
        }

        return (characters, surnames);
    }
}
