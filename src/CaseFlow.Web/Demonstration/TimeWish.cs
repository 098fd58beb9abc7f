using CaseFlow.Web.Simulation;

namespace CaseFlow.Web.Demonstration;

/// <summary>How busy the simulated staff are while time passes.</summary>
public enum StaffEffort
{
    /// <summary>Most of what is due is done on its day.</summary>
    Usual,

    /// <summary>Too few people: less than half of it is.</summary>
    Short,

    /// <summary>Nobody acts, save in an emergency: what the program does by itself.</summary>
    None,
}

/// <summary>A wish to let time pass in the demonstration school.</summary>
/// <param name="Days">Days of the calendar, from one to what is left of the school year.</param>
public sealed record TimeWish(int Days, StaffEffort Effort)
{
    private const double ShortDiligence = 0.35;

    internal SimulationSettings Settings => Effort switch
    {
        StaffEffort.Usual => new(),
        StaffEffort.Short => new() { StaffDiligence = ShortDiligence },
        _ => new() { StaffDiligence = 0, ClosedWhenReady = 0, ClosedEarly = 0, HandedOver = 0, FlagAnswered = 0, AskedByOwner = 0, GuardedStep = 0 },
    };
}
