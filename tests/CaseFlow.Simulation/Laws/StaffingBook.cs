namespace CaseFlow.Simulation.Laws;

/// <summary>A delegation as it stands in the database.</summary>
internal sealed record DelegationOnRecord(Guid Id, Guid Head, Guid Delegate, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Who decides escalations, and in whose place.</summary>
/// <param name="Head">The head teacher; null where the school has none at work.</param>
/// <param name="AtWork">Who has not handed over.</param>
internal sealed record StaffOnRecord(
    Guid? Head, Guid? Administrator, IReadOnlyList<Guid> AtWork, IReadOnlyDictionary<Guid, Guid> Successors, IReadOnlyList<DelegationOnRecord> Delegations)
{
    public Guid? Approver => Head ?? Administrator;

    /// <summary>Who decides what <paramref name="requestedBy"/> asked.</summary>
    public Guid? DeciderOf(string requestedBy) => requestedBy == Approver?.ToString() ? Administrator : Approver;

    /// <summary>Who decides on the head teacher's behalf at an instant.</summary>
    public Guid? DelegateAt(DateTimeOffset at) =>
        Delegations.FirstOrDefault(d => d.Head == Head && d.From <= at && at < d.Until && AtWork.Contains(d.Delegate))?.Delegate;

    /// <summary>Whether a person may decide at an instant what another asked: a delegate never what the head teacher asked.</summary>
    public bool Entitles(string person, string requestedBy, DateTimeOffset at) =>
        person == Approver?.ToString() || person == DeciderOf(requestedBy)?.ToString()
        || (Head is not null && DeciderOf(requestedBy) == Head && person == DelegateAt(at)?.ToString());
}

/// <summary>The staff over the steps of the simulation, read from the database whenever it says that its set-up changed.</summary>
internal sealed class StaffingBook
{
    private readonly List<(int Since, StaffOnRecord Staff)> kept = [];
    private long setUpNo = -1;

    public StaffOnRecord Now => kept[^1].Staff;

    /// <summary>Puts the staff on record where it has changed in this step.</summary>
    public void Read(int step, StoredRows stored)
    {
        if (stored.SetUpNo() is var no && no == setUpNo)
            return;
        setUpNo = no;
        var staff = stored.Staff();
        var atWork = staff.Where(s => s.Successor is null).ToList();
        kept.Add((step, new StaffOnRecord(
            First("head-teacher"), First("administrator"), atWork.ConvertAll(s => s.Id),
            staff.Where(s => s.Successor is not null).ToDictionary(s => s.Id, s => s.Successor!.Value), stored.Delegations())));

        Guid? First(string role) => atWork.Where(s => s.Roles.Contains(role)).Select(s => (Guid?)s.Id).FirstOrDefault();
    }

    /// <summary>Everything that was so between a step and now: a decision may have looked at any of it.</summary>
    public IEnumerable<StaffOnRecord> Since(int step) =>
        kept.Where((k, i) => i + 1 == kept.Count || kept[i + 1].Since >= step).Select(k => k.Staff);
}
