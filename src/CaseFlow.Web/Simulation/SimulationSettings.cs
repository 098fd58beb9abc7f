namespace CaseFlow.Web.Simulation;

/// <summary>
/// How likely what is in a simulated school. Probabilities are from 0 to 1; those of signals are a child's on one day and grow
/// with the child's hidden traits. The defaults give a school about as busy as those of the domain page.
/// </summary>
internal sealed record SimulationSettings
{
    /// <summary>Multiplies the probability of everything that goes wrong; 1 is usual, 0 is a school without trouble.</summary>
    public double Trouble { get; init; } = 1;

    /// <summary>That a member of staff does on a day what is due on it; each person's own lies a little above or below.</summary>
    public double StaffDiligence { get; init; } = 0.85;

    /// <summary>The same for a case of level 4, at any hour and on holidays.</summary>
    public double EmergencyDiligence { get; init; } = 0.97;

    /// <summary>What is left of the diligence on a day without school: whoever is on duty.</summary>
    public double OnDuty { get; init; } = 0.2;

    /// <summary>How much one person gets done in a day.</summary>
    public int ErrandsADay { get; init; } = 20;

    public double Absent { get; init; } = 0.002;

    public double Excused { get; init; } = 0.006;

    public double Tardy { get; init; } = 0.004;

    /// <summary>That an absence goes on the next school day.</summary>
    public double AbsenceGoesOn { get; init; } = 0.35;

    /// <summary>That somebody sees something worth a note.</summary>
    public double Seen { get; init; } = 0.003;

    /// <summary>That what is seen is about safety, which opens the emergency path: about two a year for each hundred children.</summary>
    public double SeenUnsafe { get; init; } = 0.00008;

    /// <summary>That a boarder is missing at the night count.</summary>
    public double NightMissing { get; init; } = 0.0002;

    /// <summary>That the class teacher forgets to close the register of the day.</summary>
    public double RegisterLeftOpen { get; init; } = 0.03;

    /// <summary>That a child's results slide at an exam.</summary>
    public double Slides { get; init; } = 0.05;

    public double SchoolContacts { get; init; } = 0.008;

    /// <summary>That the guardian changes, or a parent leaves or comes home.</summary>
    public double FamilyChanges { get; init; } = 0.0002;

    public double LeavesSchool { get; init; } = 0.00015;

    /// <summary>What is left of the trouble of a child for whom a plan is under way.</summary>
    public double TroubleUnderCare { get; init; } = 0.5;

    public double NobodyMet { get; init; } = 0.15;

    /// <summary>That a visit or talk is entered days after it was done.</summary>
    public double EnteredDaysLater { get; init; } = 0.15;

    /// <summary>That a task is moved to a later day rather than done.</summary>
    public double Moved { get; init; } = 0.04;

    /// <summary>That the owner of a case passes a late task to the class teacher.</summary>
    public double PassedOn { get; init; } = 0.05;

    /// <summary>That the owner answers a flag on a day, once somebody has spoken with the child.</summary>
    public double FlagAnswered { get; init; } = 0.35;

    public double EscalationReturned { get; init; } = 0.15;

    public double EscalationRejected { get; init; } = 0.12;

    /// <summary>That the owner of a case asks the head teacher of his own accord.</summary>
    public double AskedByOwner { get; init; } = 0.01;

    /// <summary>That the owner takes a step that an approval guards, there being one or not.</summary>
    public double GuardedStep { get; init; } = 0.01;

    public double ClosedWhenReady { get; init; } = 0.5;

    public double ClosedEarly { get; init; } = 0.004;

    public double HandedOver { get; init; } = 0.002;

    /// <summary>That a form is sent with something missing; the engine refuses it.</summary>
    public double Slip { get; init; } = 0.01;
}
