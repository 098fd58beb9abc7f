using System.Buffers;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Splits a text into tokens; white space and comments are dropped.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Symbols =
    [
        "==", "!=", "<=", ">=", "&&", "||",
        "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}",
    ];

    private static readonly SearchValues<char> NameRest =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private int _at;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            SkipBlank();
            var token = Next();
            tokens.Add(token);
            if (token.Kind == TokenKind.End)
                return tokens;
        }
    }

    private Token Next()
    {
        if (_at >= text.Length)
            return new Token(TokenKind.End, "", text.Length);

        var start = _at;
        var c = text[_at];
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            var number = NumberLiteral.Read(text, start);
            _at = number.End;
            return new Token(TokenKind.Literal, text[start.._at], start, number.Value, number.Type);
        }

        if (QuotedLiteral.StartsAt(text, start))
        {
            var quoted = QuotedLiteral.Read(text, start);
            _at = quoted.End;
            return new Token(TokenKind.Literal, text[start.._at], start, quoted.Value, quoted.Type);
        }

        if (char.IsAsciiLetter(c) || c == '_')
            return Name(start);
        return c == '`' ? QuotedName(start) : Symbol(start);
    }

    private Token Name(int start)
    {
        var length = text.AsSpan(start).IndexOfAnyExcept(NameRest);
        _at = length < 0 ? text.Length : start + length;
        return new Token(TokenKind.Name, text[start.._at], start);
    }

    private Token QuotedName(int start)
    {
        var end = start + 1;
        while (end < text.Length && (NameRest.Contains(text[end]) || text[end] is '.' or '-' or '/' or ' '))
            end++;
        if (end >= text.Length || text[end] != '`' || end == start + 1)
            throw new SyntaxError(start, "a name in backticks holds A-Z a-z 0-9 _ . - / and spaces, and is closed", "'`'");

        _at = end + 1;
        return new Token(TokenKind.QuotedName, text[(start + 1)..end], start);
    }

    private Token Symbol(int start)
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, start, symbol, 0, symbol.Length) != 0)
                continue;

            _at = start + symbol.Length;
            return new Token(TokenKind.Symbol, symbol, start);
        }

        var isPair = start + 1 < text.Length && char.IsSurrogatePair(text, start);
        var shown = text.Substring(start, isPair ? 2 : 1);
        var hint = text[start] switch
        {
            '=' => "'=='",
            '&' => "'&&'",
            '|' => "'||'",
            _ => null,
        };
        var more = hint is null ? "" : $"; expected {hint}";
        throw new SyntaxError(start, $"the character '{shown}' has no meaning here{more}", hint);
    }

    private void SkipBlank()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _at++;
            }
            else if (text[_at] == '/' && Peek(1) == '/')
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';
}
