using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Access;

/// <summary>Who moves time on: whoever visits the demonstration school, where its clock can be moved.</summary>
public static class DemonstrationAccess
{
    public static bool MayMoveTime(SignedIn who, TimeProvider clock) =>
        who.InDemonstration && clock is MovableClock { IsMovable: true };
}
