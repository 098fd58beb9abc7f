namespace CaseFlow.Web.Access;

/// <summary>Numbers that could be traced to a child, which the education office does not see.</summary>
/// <remarks>Source: domain, 'Privacy'.</remarks>
public static class SmallNumbers
{
    /// <summary>The smallest number that is shown, besides none.</summary>
    public const int Smallest = 5;

    public static bool Hides(int count) => count is > 0 and < Smallest;
}
