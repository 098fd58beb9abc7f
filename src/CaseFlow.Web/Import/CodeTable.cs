namespace CaseFlow.Web.Import;

/// <summary>A coded value and the words that files may write for it.</summary>
/// <param name="Code">The English code of the contract.</param>
/// <param name="Aliases">Other words for it; the first is the usual Chinese one.</param>
internal sealed record CodedValue<T>(T Value, string Code, params string[] Aliases);

/// <summary>The words of one coded column.</summary>
internal sealed class CodeTable<T>
    where T : notnull
{
    private readonly Dictionary<string, T> byWord;
    private readonly Dictionary<T, string> codes;

    public CodeTable(params CodedValue<T>[] values)
    {
        Values = values;
        byWord = values
            .SelectMany(v => v.Aliases.Prepend(v.Code), (v, word) => (Word: Folded.Code(word), v.Value))
            .ToDictionary(x => x.Word, x => x.Value);
        codes = values.ToDictionary(v => v.Value, v => v.Code);
    }

    public IReadOnlyList<CodedValue<T>> Values { get; }

    /// <summary>The codes with their usual Chinese words, for people who wrote another.</summary>
    public string Known => string.Join(", ", Values.Select(v => v.Aliases.Length > 0 ? $"{v.Code} ({v.Aliases[0]})" : v.Code));

    public bool TryRead(string text, out T value) => byWord.TryGetValue(Folded.Code(text), out value!);

    public string CodeOf(T value) => codes[value];
}
