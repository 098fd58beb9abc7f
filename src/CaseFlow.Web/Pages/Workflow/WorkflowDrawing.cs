using CaseFlow.Engine;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Workflow;

/// <summary>How a stage stands to the case that is shown.</summary>
public enum DrawnAs
{
    /// <summary>No case is shown, or it has not come here.</summary>
    Plain,

    Been,

    Current,
}

/// <summary>A line of text in the drawing; the place is that of its baseline.</summary>
public sealed record DrawnText(double X, double Y, string Text, string Class);

/// <summary>A stage as a box; measures in units of the drawing.</summary>
public sealed record DrawnStage(double X, double Y, double Width, double Height, bool Beside, DrawnAs As, IReadOnlyList<DrawnText> Lines);

/// <summary>A line from one stage to the next, or to one beside.</summary>
public sealed record DrawnArrow(string Path, bool Beside);

/// <summary>
/// The workflow as boxes and lines: the line of stages from top to bottom, those beside it to the right of the step that begins them. 360
/// units wide, so that it can be read on a phone at its own size. Pure: the same workflow is the same drawing.
/// </summary>
/// <param name="Told">The drawing in a sentence, for whoever does not see it.</param>
public sealed record WorkflowDrawing(double Height, IReadOnlyList<DrawnStage> Stages, IReadOnlyList<DrawnArrow> Arrows, string Title, string Told)
{
    public const double Width = 360;

    private const double LineWidth = 212;
    private const double LaneLeft = 238;
    private const double LaneWidth = 118;
    private const double Gap = 20;
    private const double Margin = 4;

    /// <param name="place">Where a case stands; null draws the workflow alone.</param>
    public static WorkflowDrawing Of(WorkflowDefinition workflow, CasePlace? place = null)
    {
        var stages = new List<DrawnStage>();
        var arrows = new List<DrawnArrow>();
        var y = Margin;
        var top = new Dictionary<string, double>();
        foreach (var stage in workflow.Stages.Where(s => !s.Beside))
        {
            if (stages.Count > 0)
                arrows.Add(new DrawnArrow(FormattableString.Invariant($"M {Margin + (LineWidth / 2)} {y - Gap} v {Gap - 3}"), false));
            var drawn = StageBox.Draw(workflow, stage, place, Margin, y, LineWidth);
            stages.Add(drawn);
            top[stage.Id] = y;
            y += drawn.Height + Gap;
        }

        var lane = Margin;
        foreach (var stage in workflow.Stages.Where(s => s.Beside))
        {
            var begins = BeginsAt(workflow, stage, top);
            lane = Math.Max(lane, begins);
            var drawn = StageBox.Draw(workflow, stage, place, LaneLeft, lane, LaneWidth);
            stages.Add(drawn);
            arrows.Add(new DrawnArrow(FormattableString.Invariant($"M {Margin + LineWidth} {begins + 14} H {LaneLeft - 12} V {lane + 14} H {LaneLeft - 3}"), true));
            lane += drawn.Height + 10;
        }

        return new WorkflowDrawing(Math.Max(y - Gap, lane - 10) + Margin, stages, arrows, workflow.Title.ToString(), Tell(workflow, place));
    }

    /// <summary>The stage of the line whose task reaches what a stage beside it waits for.</summary>
    private static double BeginsAt(WorkflowDefinition workflow, StageDefinition stage, Dictionary<string, double> top)
    {
        var by = workflow.Stages.Where(s => !s.Beside && s.Tasks.Any(t => t.Reaches is { } m && stage.Entry.After.Contains(m))).Select(s => s.Id).LastOrDefault();
        return by is null ? Margin : top[by];
    }

    private static string Tell(WorkflowDefinition workflow, CasePlace? place)
    {
        var line = workflow.Stages.Where(s => !s.Beside).ToList();
        var beside = workflow.Stages.Where(s => s.Beside).ToList();
        if (place is null)
            return WorkflowWords.ToldPlain.With(Say.List(line.Select(s => s.Title.ToString())), Say.List(beside.Select(s => s.Title.ToString())));
        return WorkflowWords.ToldCase.With(
            Some(line.Where(s => place.Been.Contains(s.Id))),
            Some(line.Where(s => s.Id == place.Current)),
            Some(line.Where(s => s.Id != place.Current && !place.Been.Contains(s.Id))),
            Some(beside.Where(s => place.Beside.Contains(s.Id))),
            Say.List(workflow.Milestones.Where(place.Reached.ContainsKey).Select(m => $"{workflow.MilestoneTitle(m)} {place.Reached[m]}")));
    }

    private static string Some(IEnumerable<StageDefinition> stages) =>
        stages.Select(s => s.Title.ToString()).ToList() is { Count: > 0 } titles ? Say.List(titles) : Common.None.ToString();
}
