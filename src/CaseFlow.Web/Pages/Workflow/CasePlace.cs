using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Components;
using CaseFlow.Web.Pages.Cases;

namespace CaseFlow.Web.Pages.Workflow;

/// <summary>Where a case stands in its workflow.</summary>
/// <param name="Current">The stage that it is in; null once closed.</param>
/// <param name="Been">Stages of the line that it was in before.</param>
/// <param name="Beside">Stages beside the line that run now.</param>
/// <param name="Reached">The day of each milestone, as people read it.</param>
public sealed record CasePlace(
    string? Current, IReadOnlySet<string> Been, IReadOnlySet<string> Beside, IReadOnlyDictionary<string, string> Reached)
{
    public static CasePlace Of(CareCase care, WorkflowDefinition workflow, ChildFile file)
    {
        var position = Positions.Of(file.State, care.No, workflow, file.Today);
        var current = care.IsOpen ? care.Stage : null;
        return new CasePlace(
            current,
            file.Journal.Select(h => h.Event).OfType<StageEntered>().Where(e => e.Case == care.No && e.Stage != current).Select(e => e.Stage).ToHashSet(),
            workflow.Stages.Where(s => care.IsOpen && s.Beside && s.Entry.Holds(position)).Select(s => s.Id).ToHashSet(),
            care.Reached.ToDictionary(r => r.Key, r => Say.Date(file.School.Time.DayOf(r.Value))));
    }
}
