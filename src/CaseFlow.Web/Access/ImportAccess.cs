using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Access;

/// <summary>Who brings the school's files in.</summary>
/// <remarks>Source: domain, 'Who works with them': accounts, classes and calendar are the administrator's.</remarks>
public static class ImportAccess
{
    /// <summary>The role that imports; for the attribute of a page.</summary>
    public const string Importers = Roles.Administrator;

    public static bool MayImport(SignedIn who) => who.Is(Roles.Administrator);
}
