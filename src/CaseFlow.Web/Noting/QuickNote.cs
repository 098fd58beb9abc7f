using System.Text;
using CaseFlow.Engine.Names;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Noting;

/// <summary>A note as it was written in one line: what goes on record of it.</summary>
/// <param name="Text">As the timeline shows it; empty where nothing was written.</param>
/// <param name="Kind">Null for a plain note and for an observation.</param>
/// <param name="Seen">The observation that it also puts on record; null for none.</param>
public sealed record QuickNote(string Text, NoteKind? Kind = null, SeenThing? Seen = null)
{
    /// <summary>The longest line, in characters.</summary>
    public const int Longest = 200;

    private const int Slight = 1;

    private static readonly char[] Separators = [' ', '\t', '\u3000', ':', '：'];

    /// <summary>The kinds of observation by the pinyin initials of their names: dj for 打架.</summary>
    public static IReadOnlyDictionary<string, string> ObservationKeys { get; } =
        ObservationKinds.All.ToDictionary(k => NameKeys.InitialsOf(SignalWords.Observation(k).Zh));

    /// <summary>
    /// Understands a line. In front may stand a key of <see cref="NoteKind"/> or of an observation (its initials, and 1 to 3 for how
    /// much) and a space or colon, or a word for either and a colon. Anything else is a plain note, word for word.
    /// </summary>
    public static QuickNote Read(string line)
    {
        line = line.Trim();
        var end = line.IndexOfAny(Separators);
        var said = (end < 0 ? line : line[..end]).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var rest = end < 0 ? "" : line[end..].TrimStart(Separators);
        var beforeColon = end >= 0 && line[end] is ':' or '：';
        if (end >= 0 && NoteKind.Of(said, beforeColon) is { } kind)
            return new QuickNote(rest.Length > 0 ? NoteWords.Said.With(kind.Name, rest) : "", kind);
        if (SeenIn(said, beforeColon, rest) is not { } seen)
            return new QuickNote(line);
        var name = $"{SignalWords.Observation(seen.Kind)} · {TaskWords.Severity(seen.Severity)}";
        return new QuickNote(rest.Length > 0 ? NoteWords.Said.With(name, rest) : name, Seen: seen);
    }

    private static SeenThing? SeenIn(string said, bool beforeColon, string rest)
    {
        var (word, severity) = said.Length > 1 && said[^1] is >= '1' and <= '3' ? (said[..^1], said[^1] - '0') : (said, Slight);
        var kind = ObservationKeys.GetValueOrDefault(word)
            ?? (beforeColon ? ObservationKinds.All.FirstOrDefault(k => k == word || SignalWords.Observation(k).Zh == word) : null);
        return kind is null ? null : new SeenThing(kind, severity, rest.Length > 0 ? rest : null);
    }
}
