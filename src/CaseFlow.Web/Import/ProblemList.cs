using CaseFlow.Engine;

namespace CaseFlow.Web.Import;

/// <summary>What was found wrong in one file so far.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<ImportProblem> problems = [];

    public int Count => problems.Count;

    public void Add(Words reason) => Add(0, null, null, reason);

    public void Add(int line, string? column, string? value, Words reason) => problems.Add(new(file, line, column, value, reason));

    /// <summary>Line by line; what concerns the whole file first.</summary>
    public IReadOnlyList<ImportProblem> InOrder() => [.. problems.OrderBy(p => p.Line)];
}
