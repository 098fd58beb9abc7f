using System.Text;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Strings and bytes: one or three quotes, <c>r</c> for raw, <c>b</c> for bytes.</summary>
internal static class QuotedLiteral
{
    public readonly record struct Quoted(int End, object Value, CelType Type);

    public static bool StartsAt(string text, int at) => QuoteAfterPrefix(text, at) >= 0;

    public static Quoted Read(string text, int start)
    {
        var open = QuoteAfterPrefix(text, start);
        var prefix = text.AsSpan(start, open - start);
        var isBytes = prefix.ContainsAny('b', 'B');
        var isRaw = prefix.ContainsAny('r', 'R');
        var quote = text[open];
        var delimiter = new string(quote, string.CompareOrdinal(text, open, new string(quote, 3), 0, 3) == 0 ? 3 : 1);
        var content = isBytes ? new QuotedContent(new MemoryStream()) : new QuotedContent(new StringBuilder());
        var at = open + delimiter.Length;
        while (string.CompareOrdinal(text, at, delimiter, 0, delimiter.Length) != 0)
        {
            if (at >= text.Length || (delimiter.Length == 1 && text[at] is ('\n' or '\r')))
                throw new SyntaxError(start, "the string is not closed", delimiter);

            at = text[at] == '\\' && !isRaw ? EscapeSequence.Read(text, at, content) : Plain(text, at, content);
        }

        return new Quoted(at + delimiter.Length, content.Value, isBytes ? CelType.Bytes : CelType.String);
    }

    private static int Plain(string text, int at, QuotedContent content)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
            throw new SyntaxError(at, "half of a surrogate pair is not a character", "a Unicode character");

        content.Add(rune);
        return at + rune.Utf16SequenceLength;
    }

    private static int QuoteAfterPrefix(string text, int at)
    {
        var quote = at;
        if (quote < text.Length && text[quote] is ('b' or 'B'))
            quote++;
        if (quote < text.Length && text[quote] is ('r' or 'R'))
            quote++;
        return quote < text.Length && text[quote] is ('\'' or '"') ? quote : -1;
    }
}
