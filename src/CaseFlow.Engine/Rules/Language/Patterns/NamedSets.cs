namespace CaseFlow.Engine.Rules.Language;

/// <summary>The sets that RE2 has names for. Perl's and POSIX's are ASCII only.</summary>
internal static class NamedSets
{
    private static readonly Dictionary<string, (int, int)[]> Posix = new()
    {
        ["alnum"] = [('0', '9'), ('A', 'Z'), ('a', 'z')],
        ["alpha"] = [('A', 'Z'), ('a', 'z')],
        ["ascii"] = [(0, 127)],
        ["blank"] = [('\t', '\t'), (' ', ' ')],
        ["cntrl"] = [(0, 31), (127, 127)],
        ["digit"] = [('0', '9')],
        ["graph"] = [('!', '~')],
        ["lower"] = [('a', 'z')],
        ["print"] = [(' ', '~')],
        ["punct"] = [('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        ["space"] = [('\t', '\r'), (' ', ' ')],
        ["upper"] = [('A', 'Z')],
        ["word"] = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
        ["xdigit"] = [('0', '9'), ('A', 'F'), ('a', 'f')],
    };

    /// <summary>Scripts that rules about pupils meet; .NET has no others by these names.</summary>
    private static readonly Dictionary<string, (int, int)[]> Scripts = new()
    {
        ["Han"] =
        [
            (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029),
            (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D), (0xFA70, 0xFAD9), (0x20000, 0x2A6DF),
            (0x2A700, 0x2EBE0), (0x2F800, 0x2FA1D), (0x30000, 0x323AF),
        ],
        ["Latin"] =
        [
            ('A', 'Z'), ('a', 'z'), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2B8), (0x1E00, 0x1EFF),
            (0x2C60, 0x2C7F), (0xA722, 0xA787), (0xFB00, 0xFB06), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A),
        ],
        ["Greek"] =
        [
            (0x370, 0x373), (0x375, 0x377), (0x37A, 0x37D), (0x37F, 0x37F), (0x384, 0x384), (0x386, 0x386), (0x388, 0x3E1),
            (0x3F0, 0x3FF), (0x1F00, 0x1FFE),
        ],
        ["Cyrillic"] = [(0x400, 0x484), (0x487, 0x52F), (0x1C80, 0x1C88), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)],
    };

    private static readonly string[] Categories =
    [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf",
        "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Co",
    ];

    /// <summary>Adds \d, \D, \s, \S, \w or \W when that is what follows a backslash that was taken.</summary>
    public static bool TryAddPerl(PatternReader reader, CharacterSet set)
    {
        foreach (var (letter, name) in new[] { ("d", "digit"), ("w", "word") })
        {
            if (reader.TryTake(letter))
                return Add(set, Posix[name], isComplement: false);
            if (reader.TryTake(letter.ToUpperInvariant()))
                return Add(set, Posix[name], isComplement: true);
        }

        (int, int)[] space = [('\t', '\n'), ('\f', '\r'), (' ', ' ')];
        if (reader.TryTake("s"))
            return Add(set, space, isComplement: false);
        return reader.TryTake("S") && Add(set, space, isComplement: true);
    }

    /// <summary>Adds \pL, \p{Greek}, \P{Lu} when that is what follows a backslash that was taken.</summary>
    public static bool TryAddUnicode(PatternReader reader, CharacterSet set)
    {
        var isComplement = reader.TryTake("P");
        if (!isComplement && !reader.TryTake("p"))
            return false;

        var name = reader.TryTake("{") ? reader.TakeUntil("}") : char.ConvertFromUtf32(reader.Take());
        if (name.StartsWith('^'))
            (name, isComplement) = (name[1..], !isComplement);
        if (Scripts.TryGetValue(name, out var ranges))
            return Add(set, ranges, isComplement);
        if (name == "Any")
            return Add(set, [(0, 0x10FFFF)], isComplement);
        if (!Categories.Contains(name))
            throw new PatternError($"there is no set of characters called '{name}'");

        set.AddCategory(name, isComplement);
        return true;
    }

    /// <summary>Adds [:alpha:] or [:^alpha:] when that follows.</summary>
    public static bool TryAddPosix(PatternReader reader, CharacterSet set)
    {
        if (!reader.TryTake("[:"))
            return false;

        var name = reader.TakeUntil(":]");
        var isComplement = name.StartsWith('^');
        return Posix.TryGetValue(name.TrimStart('^'), out var ranges)
            ? Add(set, ranges, isComplement)
            : throw new PatternError($"there is no set of characters called '[:{name}:]'");
    }

    private static bool Add(CharacterSet set, (int Low, int High)[] ranges, bool isComplement)
    {
        if (!isComplement)
        {
            set.Add(ranges);
            return true;
        }

        var next = 0;
        foreach (var (low, high) in ranges)
        {
            if (low > next)
                set.Add(next, low - 1);
            next = high + 1;
        }

        if (next <= 0x10FFFF)
            set.Add(next, 0x10FFFF);
        return true;
    }
}
