using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Access;

/// <summary>Who brings the school's files in.</summary>
/// <remarks>
/// Source: domain, 'Who works with them': accounts, classes and calendar are the administrator's. Other systems bring signals, not who
/// belongs to the school, and get to see and write only what they gave.
/// </remarks>
public static class ImportAccess
{
    /// <summary>The role that imports; for the attribute of a page.</summary>
    public const string Importers = Roles.Administrator;

    private static readonly string[] Signals = ["attendance.csv", "exams.csv", "observations.csv", "contacts.csv"];

    public static bool MayImport(SignedIn who) => who.Is(Roles.Administrator) || who.Is(OtherSystem.Role);

    /// <param name="files">What was found in the files, by the names of the contract; of a sheet with a row a pupil its own.</param>
    public static bool MayImport(SignedIn who, IEnumerable<string> files) =>
        who.Is(Roles.Administrator) || (who.Is(OtherSystem.Role) && files.All(Signals.Contains));

    /// <summary>Whether somebody may look at what <paramref name="giver"/> gave, and write it.</summary>
    public static bool MayOpen(SignedIn who, StaffId giver) => who.Is(Roles.Administrator) || (who.Is(OtherSystem.Role) && who.Staff == giver);
}
