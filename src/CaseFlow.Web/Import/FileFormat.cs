namespace CaseFlow.Web.Import;

/// <summary>A column of an import file.</summary>
/// <param name="Name">The English header, by which code and problems know it.</param>
/// <param name="Aliases">Other headers that mean it; the first is the usual Chinese one.</param>
internal sealed record Column(string Name, bool Required, params string[] Aliases);

/// <summary>An import file: its name and its columns.</summary>
internal sealed record FileFormat(string File, params Column[] Columns)
{
    private readonly Dictionary<string, Column> byHeader = Columns
        .SelectMany(c => c.Aliases.Prepend(c.Name), (c, header) => (Header: Folded.Header(header), Column: c))
        .ToDictionary(x => x.Header, x => x.Column);

    /// <summary>The column that a header means; null where it means none.</summary>
    public Column? Of(string header) => byHeader.GetValueOrDefault(Folded.Header(header));

    /// <summary>The column whose name is nearest to a header that means none; null where none is near.</summary>
    public Column? Nearest(string header)
    {
        var written = Folded.Header(header);
        var (known, distance) = byHeader.Keys.Select(k => (k, Spelling.Distance(written, k))).MinBy(x => x.Item2);
        return distance <= Math.Clamp(known.Length / 2, 1, 3) ? byHeader[known] : null;
    }
}
