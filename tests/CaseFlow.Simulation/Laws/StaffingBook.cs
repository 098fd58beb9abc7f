using CaseFlow.Simulation.School;

namespace CaseFlow.Simulation.Laws;

/// <summary>Who decides escalations, over the steps of the simulation.</summary>
internal sealed class StaffingBook
{
    private readonly List<(int Since, Guid? Head, Guid? Administrator)> kept = [];

    public StaffingBook(int kind)
    {
        Head = kind == 2 ? null : SmallSchool.Head.Value;
        kept.Add((0, Head, SmallSchool.Administrator.Value));
    }

    /// <summary>The head teacher now; null where the school has none.</summary>
    public Guid? Head { get; private set; }

    public void ChangeHead(int step, Guid? head)
    {
        Head = head;
        kept.Add((step, head, SmallSchool.Administrator.Value));
    }

    /// <summary>Everything that was so between a step and now: a decision may have looked at any of it.</summary>
    public IEnumerable<(Guid? Approver, Guid? Administrator)> Since(int step) =>
        kept.Where((k, i) => i + 1 == kept.Count || kept[i + 1].Since >= step).Select(k => (k.Head ?? k.Administrator, k.Administrator));

    /// <summary>Who decides what <paramref name="requestedBy"/> asked.</summary>
    public static Guid? DeciderOf(string requestedBy, (Guid? Approver, Guid? Administrator) staffing) =>
        requestedBy == staffing.Approver?.ToString() ? staffing.Administrator : staffing.Approver;
}
