namespace CaseFlow.Engine.Rules.Language;

/// <summary>The text of an expression and where it stands in its file.</summary>
internal sealed class SourceText(string text, int line, int column)
{
    public string Text { get; } = text;

    public CelIssue Issue(int position, string message, string? expected = null)
    {
        var (atLine, atColumn) = Locate(position);
        return new CelIssue(message, atLine, atColumn, expected);
    }

    private (int Line, int Column) Locate(int position)
    {
        var (atLine, atColumn) = (line, column);
        for (var i = 0; i < position && i < Text.Length; i++)
        {
            if (Text[i] == '\n')
                (atLine, atColumn) = (atLine + 1, 1);
            else
                atColumn++;
        }

        return (atLine, atColumn);
    }
}
