using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Components;

/// <summary>Which pages stand in the menu of whom, and with which one each begins.</summary>
public static class Menu
{
    public static IEnumerable<(string Address, Words Words)> For(SignedIn who)
    {
        if (who.Is(Roles.Counselor) || who.Is(Roles.HeadTeacher))
            yield return ("/today", Common.TodayTitle);
        if (who.Is(Roles.HeadTeacher) || who.Is(ActingHead.Role))
            yield return ("/escalations", Common.EscalationsTitle);
        if (IsTeaching(who))
            yield return ("/tasks", Common.TasksTitle);
        if (IsTeaching(who))
            yield return ("/children", Common.ChildrenTitle);
        if (who.Is(Roles.ClassTeacher))
            yield return ("/register", Common.RegisterTitle);
        if (who.Is(Roles.Counselor) || who.Is(Roles.HeadTeacher) || who.Is(Roles.Administrator))
            yield return ("/workflow", WorkflowWords.Title);
        if (TermAccess.MayRead(who))
            yield return ("/term", TermWords.Title);
        if (who.Is(Roles.EducationOffice) || who.Is(Roles.HeadTeacher))
            yield return ("/totals", Common.TotalsTitle);
        if (CareAccess.MayHandOver(who))
            yield return ("/hand-overs", StandInWords.HandOvers);
        if (RuleAccess.MayRead(who))
            yield return ("/rules", RuleWords.Title);
        if (who.Is(Roles.Administrator))
        {
            yield return ("/admin/accounts", Common.AccountsTitle);
            yield return ("/admin/calendar", CalendarWords.Title);
            yield return ("/admin/import", ImportWords.Title);
            yield return ("/admin/readings", ReadingWords.Title);
            yield return ("/admin/tokens", TokenWords.Title);
            yield return ("/admin/robots", RobotWords.Title);
        }

        if (who.InDemonstration)
            yield return ("/demonstration", TimeWords.Title);
    }

    /// <summary>The page with which somebody begins the day.</summary>
    public static string StartOf(SignedIn who) =>
        who.Is(Roles.HeadTeacher) ? "/escalations" : For(who).Select(m => m.Address).FirstOrDefault() ?? "/notices";

    /// <summary>The roles that say something of a person; almost everybody is a helper besides.</summary>
    public static IEnumerable<string> ShownRoles(SignedIn who)
    {
        var leading = Roles.All.Where(r => who.Is(r) && r is not (Roles.Helper or Roles.SubjectTeacher)).ToList();
        return leading.Count > 0 ? leading : Roles.All.Where(who.Is);
    }

    /// <summary>Whether somebody works with children: has tasks and files of theirs, and the search for a child above every page.</summary>
    public static bool IsTeaching(SignedIn who) =>
        who.Is(Roles.Counselor) || who.Is(Roles.HeadTeacher) || who.Is(Roles.ClassTeacher) || who.Is(Roles.SubjectTeacher) || who.Is(Roles.Helper);
}
