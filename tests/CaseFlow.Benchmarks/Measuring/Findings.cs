using System.Globalization;

namespace CaseFlow.Benchmarks.Measuring;

/// <summary>What a benchmark measured: figures, and targets with whether they were met.</summary>
internal sealed class Findings(string name)
{
    private readonly List<(string What, string Figure, string Target)> rows = [];

    /// <summary>Whether every target was met.</summary>
    public bool Met { get; private set; } = true;

    public void Figure(string what, string figure) => rows.Add((what, figure, ""));

    public void Figure(string what, TimeSpan time) => Figure(what, Say(time));

    /// <summary>A figure that must not exceed its bound.</summary>
    public void AtMost(string what, double figure, double bound, string unit) => Judge(what, figure, bound, unit, "at most", figure <= bound);

    /// <summary>A figure that must reach its bound.</summary>
    public void AtLeast(string what, double figure, double bound, string unit) => Judge(what, figure, bound, unit, "at least", figure >= bound);

    public void Write(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{name}");
        foreach (var (what, figure, target) in rows)
            output.WriteLine($"  {what,-62} {figure,14}  {target}");
    }

    public static string Say(TimeSpan time) => time.TotalSeconds >= 10 ? Number(time.TotalSeconds, "s") : Number(time.TotalMilliseconds, "ms");

    private void Judge(string what, double figure, double bound, string unit, string how, bool met)
    {
        Met &= met;
        rows.Add((what, Number(figure, unit), $"{(met ? "met" : "MISSED")}: {how} {Number(bound, unit)}"));
    }

    private static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");
}
