using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>A set of code points, written for .NET, whose patterns see UTF-16 units.</summary>
internal sealed class CharacterSet(bool isNegated)
{
    private const int FirstAstral = 0x10000;
    private const int Last = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const string Surrogates = @"\uD800-\uDFFF";
    private const string Nothing = @"[^\s\S]";

    private readonly List<(int Low, int High)> _ranges = [];
    private readonly StringBuilder _categories = new();

    public static string Single(int codePoint) =>
        codePoint < FirstAstral
            ? Unit(codePoint)
            : $"(?:{string.Concat(char.ConvertFromUtf32(codePoint).Select(unit => Unit(unit)))})";

    public void Add(int low, int high)
    {
        if (low > high)
            throw new PatternError("a range ends before it starts");

        _ranges.Add((low, high));
    }

    public void Add(IEnumerable<(int Low, int High)> ranges) => _ranges.AddRange(ranges);

    /// <summary>A general category such as <c>Lu</c>; characters above U+FFFF have none here.</summary>
    public void AddCategory(string name, bool isComplement) =>
        _categories.Append(isComplement ? @"\P{" : @"\p{").Append(name).Append('}');

    public override string ToString() => $"(?:{string.Join('|', AstralRanges().SelectMany(Pairs).Prepend(Basic()))})";

    private string Basic()
    {
        var units = new StringBuilder();
        foreach (var (low, high) in _ranges.Where(range => range.Low < FirstAstral))
        {
            AppendRange(units, low, Math.Min(high, FirstSurrogate - 1));
            AppendRange(units, Math.Max(low, LastSurrogate + 1), Math.Min(high, FirstAstral - 1));
        }

        units.Append(_categories);
        if (isNegated)
            return $"[^{units}{Surrogates}]";
        return units.Length == 0 ? Nothing : $"[{units}]";
    }

    private static void AppendRange(StringBuilder text, int low, int high)
    {
        if (low <= high)
            text.Append(Unit(low)).Append('-').Append(Unit(high));
    }

    private IEnumerable<(int Low, int High)> AstralRanges()
    {
        var astral = _ranges.Where(range => range.High >= FirstAstral)
            .Select(range => (Low: Math.Max(range.Low, FirstAstral), range.High)).OrderBy(range => range.Low);
        if (!isNegated)
            return astral;

        var gaps = new List<(int Low, int High)>();
        var next = FirstAstral;
        foreach (var (low, high) in astral)
        {
            if (low > next)
                gaps.Add((next, low - 1));
            next = Math.Max(next, high + 1);
        }

        if (next <= Last)
            gaps.Add((next, Last));
        return gaps;
    }

    /// <summary>Surrogate pairs: those of the first and the last high surrogate, and all between them.</summary>
    private static IEnumerable<string> Pairs((int Low, int High) range)
    {
        var (low, high) = (char.ConvertFromUtf32(range.Low), char.ConvertFromUtf32(range.High));
        if (low[0] == high[0])
        {
            yield return Pair(low[0], low[0], low[1], high[1]);
            yield break;
        }

        yield return Pair(low[0], low[0], low[1], '\uDFFF');
        if (high[0] - low[0] > 1)
            yield return Pair((char)(low[0] + 1), (char)(high[0] - 1), '\uDC00', '\uDFFF');
        yield return Pair(high[0], high[0], '\uDC00', high[1]);
    }

    private static string Pair(char firstLow, char firstHigh, char secondLow, char secondHigh) =>
        $"[{Unit(firstLow)}-{Unit(firstHigh)}][{Unit(secondLow)}-{Unit(secondHigh)}]";

    private static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:X4}");
}
