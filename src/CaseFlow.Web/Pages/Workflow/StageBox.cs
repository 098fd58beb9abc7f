using System.Text;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Workflow;

/// <summary>One stage with its title and the milestones that its tasks reach; text is broken to fit, because a drawing does not do so itself.</summary>
internal static class StageBox
{
    private const double TitleSize = 15.5;
    private const double StepSize = 13.5;
    private const double Padding = 9;

    /// <summary>From here on in Unicode a letter is as wide as it is high.</summary>
    private const char FirstWide = '\u2E80';

    public static DrawnStage Draw(WorkflowDefinition workflow, StageDefinition stage, CasePlace? place, double x, double y, double width)
    {
        var drawnAs = place is null ? DrawnAs.Plain
            : stage.Id == place.Current || place.Beside.Contains(stage.Id) ? DrawnAs.Current
            : place.Been.Contains(stage.Id) ? DrawnAs.Been : DrawnAs.Plain;
        var lines = new List<DrawnText>();
        var at = y + Padding - 2;
        Add(Mark(place, drawnAs) + stage.Title, TitleSize, "stage-title");
        foreach (var task in stage.Tasks)
            Add(Step(task, place), StepSize, "stage-step");
        return new DrawnStage(x, y, width, at + Padding - y, stage.Beside, drawnAs, lines);

        void Add(string text, double size, string name)
        {
            foreach (var line in Broken(text, size, width - (2 * Padding)))
                lines.Add(new DrawnText(x + Padding, at += size + 4, line, name));
        }
    }

    private static string Mark(CasePlace? place, DrawnAs drawnAs) => (place, drawnAs) switch
    {
        (null, _) => "",
        (_, DrawnAs.Current) => "▶ ",
        (_, DrawnAs.Been) => "✓ ",
        _ => "",
    };

    private static string Step(TaskDefinition task, CasePlace? place)
    {
        var recurs = task.Recurring ? $" · {WorkflowWords.Recurs}" : "";
        return place is null || task.Reaches is null ? $"· {task.Title}{recurs}"
            : place.Reached.TryGetValue(task.Reaches, out var day) ? $"● {task.Title} · {day}"
            : $"○ {task.Title}{recurs}";
    }

    /// <summary>Breaks at blanks, and between wide letters anywhere.</summary>
    private static IEnumerable<string> Broken(string text, double size, double width)
    {
        var line = new StringBuilder();
        foreach (var word in Words(text))
        {
            if (line.Length > 0 && Length(line + word.TrimEnd(), size) > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
            }

            line.Append(word);
        }

        yield return line.ToString().TrimEnd();
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            word.Append(letter);
            if (letter == ' ' || letter >= FirstWide)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static double Length(string text, double size) => text.Sum(c => c >= FirstWide ? size : size * 0.57);
}
