using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Writes a pattern of RE2 as one of .NET that matches the same texts.</summary>
/// <remarks>
/// Groups capture nothing, since only whether there is a match is asked. One difference is left: \b knows letters beyond ASCII.
/// </remarks>
internal sealed class PatternTranslator
{
    private const int LongestPattern = 1_000;
    private const int MostRepeats = 1_000;
    private const int DeepestNesting = 100;

    private readonly PatternReader _reader;
    private readonly StringBuilder _result = new();
    private readonly Stack<Flags> _outer = new();
    private Flags _flags;

    /// <summary>Whether something stands before the place that a repetition can repeat.</summary>
    private bool _canRepeat;

    public PatternTranslator(string pattern)
    {
        if (pattern.Length > LongestPattern)
            throw new PatternError($"it is longer than {LongestPattern} characters");

        _reader = new PatternReader(pattern);
    }

    private readonly record struct Flags(bool IgnoresCase, bool IsMultiline, bool DotIsAny);

    public string Translate()
    {
        while (!_reader.IsAtEnd)
            Step();
        return _outer.Count == 0 ? _result.ToString() : throw new PatternError("a group is not closed");
    }

    private void Step()
    {
        if (TryRepeat())
            return;

        if (_reader.TryTake("("))
            Open();
        else if (_reader.TryTake(")"))
            Close();
        else if (_reader.TryTake("|"))
            Put("|", canRepeat: false);
        else if (_reader.TryTake("."))
            Put(Dot(), canRepeat: true);
        else if (_reader.TryTake("^"))
            Put(_flags.IsMultiline ? "(?m:^)" : @"\A", canRepeat: true);
        else if (_reader.TryTake("$"))
            Put(_flags.IsMultiline ? "(?m:$)" : @"\z", canRepeat: true);
        else if (_reader.TryTake("["))
            Put(Cased(Set().ToString()), canRepeat: true);
        else if (_reader.TryTake("\\"))
            Escape();
        else
            Put(Cased(CharacterSet.Single(_reader.Take())), canRepeat: true);
    }

    private void Put(string text, bool canRepeat)
    {
        _result.Append(text);
        _canRepeat = canRepeat;
    }

    private string Cased(string text) => _flags.IgnoresCase ? $"(?i:{text})" : text;

    private string Dot()
    {
        var set = new CharacterSet(isNegated: true);
        if (!_flags.DotIsAny)
            set.Add('\n', '\n');
        return set.ToString();
    }

    private bool TryRepeat()
    {
        string? repeat = null;
        foreach (var symbol in new[] { "*", "+", "?" })
        {
            if (repeat is null && _reader.TryTake(symbol))
                repeat = symbol;
        }

        if (repeat is null && _reader.TryTakeCount() is var (least, most))
        {
            if (least > MostRepeats || most > MostRepeats || least > most)
                throw new PatternError($"a repetition must be from 0 to {MostRepeats} times");

            repeat = string.Create(CultureInfo.InvariantCulture, $"{{{least},{most}}}");
        }

        if (repeat is null)
            return false;
        if (!_canRepeat)
            throw new PatternError("a repetition has nothing to repeat");

        // Whether it takes as little as possible does not change whether there is a match.
        _ = _reader.TryTake("?");
        Put(repeat, canRepeat: false);
        return true;
    }

    private void Open()
    {
        if (_outer.Count >= DeepestNesting)
            throw new PatternError($"it nests deeper than {DeepestNesting} groups");

        _outer.Push(_flags);
        Put("(?:", canRepeat: false);
        if (!_reader.TryTake("?"))
            return;

        if (_reader.TryTake("P<") || _reader.TryTake("<"))
        {
            var name = _reader.TakeUntil(">");
            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
                throw new PatternError($"'{name}' cannot be the name of a group");
        }
        else if (!SetFlags())
        {
            // (?i) holds until the end of the group around it.
            _outer.Pop();
            _result.Length -= "(?:".Length;
        }
    }

    /// <summary>Reads flags; true when a group follows them, false when they are for what comes after.</summary>
    private bool SetFlags()
    {
        var isOn = true;
        while (!_reader.IsAtEnd)
        {
            var flag = _reader.Take();
            switch (flag)
            {
                case ':' or ')':
                    return flag == ':';
                case '-' when isOn:
                    isOn = false;
                    break;
                case 'i':
                    _flags = _flags with { IgnoresCase = isOn };
                    break;
                case 'm':
                    _flags = _flags with { IsMultiline = isOn };
                    break;
                case 's':
                    _flags = _flags with { DotIsAny = isOn };
                    break;
                case 'U':
                    break;
                default:
                    throw new PatternError($"(?{char.ConvertFromUtf32(flag)} is not known; there is no looking ahead or behind");
            }
        }

        throw new PatternError("a group is not closed");
    }

    private void Close()
    {
        if (_outer.Count == 0)
            throw new PatternError("a closing parenthesis has no opening one");

        _flags = _outer.Pop();
        Put(")", canRepeat: true);
    }

    private void Escape()
    {
        var set = new CharacterSet(isNegated: false);
        if (NamedSets.TryAddPerl(_reader, set) || NamedSets.TryAddUnicode(_reader, set))
        {
            Put(Cased(set.ToString()), canRepeat: true);
            return;
        }

        foreach (var anchor in new[] { "A", "z", "b", "B" })
        {
            if (_reader.TryTake(anchor))
            {
                Put($@"\{anchor}", canRepeat: true);
                return;
            }
        }

        if (!_reader.TryTake("Q"))
        {
            Put(Cased(CharacterSet.Single(_reader.TakeEscaped())), canRepeat: true);
            return;
        }

        foreach (var rune in _reader.TakeQuoted().EnumerateRunes())
            Put(Cased(CharacterSet.Single(rune.Value)), canRepeat: true);
    }

    private CharacterSet Set()
    {
        var set = new CharacterSet(_reader.TryTake("^"));
        var isFirst = true;
        while (isFirst || !_reader.TryTake("]"))
        {
            isFirst = false;
            if (_reader.IsAtEnd)
                throw new PatternError("a set of characters is not closed");
            if (NamedSets.TryAddPosix(_reader, set))
                continue;

            var isEscaped = _reader.TryTake("\\");
            if (isEscaped && (NamedSets.TryAddPerl(_reader, set) || NamedSets.TryAddUnicode(_reader, set)))
                continue;

            var low = isEscaped ? _reader.TakeEscaped() : _reader.Take();
            set.Add(low, RangeEnd(low));
        }

        return set;
    }

    private int RangeEnd(int low)
    {
        if (_reader.Follows("-]") || !_reader.TryTake("-"))
            return low;
        return _reader.TryTake("\\") ? _reader.TakeEscaped() : _reader.Take();
    }
}
