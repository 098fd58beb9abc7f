using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Access;

/// <summary>Who reads the numbers of the term and the children behind them.</summary>
public static class TermAccess
{
    /// <summary>The roles that see every child; for the attribute of a page.</summary>
    public const string Readers = Roles.HeadTeacher + "," + Roles.Counselor;

    public static bool MayRead(SignedIn who) => CareAccess.SeesEveryChild(who);
}
