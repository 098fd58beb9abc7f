using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Access;

/// <summary>Who reads the rules, tries them and changes their parameters.</summary>
/// <remarks>Source: domain, 'Who works with them': rule settings are the administrator's; counselor and head teacher answer for what they do.</remarks>
public static class RuleAccess
{
    /// <summary>The roles that read rules and their records and try others; for the attribute of a page.</summary>
    public const string Readers = Roles.Administrator + "," + Roles.Counselor + "," + Roles.HeadTeacher;

    public static bool MayRead(SignedIn who) => who.Is(Roles.Administrator) || CareAccess.SeesEveryChild(who);

    public static bool MayChange(SignedIn who) => who.Is(Roles.Administrator);

    /// <summary>Whether the figures of a rule lead this person to the children behind them; the administrator sees counts.</summary>
    public static bool SeesChildren(SignedIn who) => CareAccess.SeesEveryChild(who);
}
