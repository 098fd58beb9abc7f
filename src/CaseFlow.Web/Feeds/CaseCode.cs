using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Feeds;

/// <summary>What a case is called outside of the program, where no child is named.</summary>
public static class CaseCode
{
    /// <summary>The last six signs of the child's id, which are random, and the number of the case, for example <c>A3F29C-1</c>.</summary>
    /// <param name="no">0 for what is outside a case: the signs alone.</param>
    public static string Of(ChildId child, int no)
    {
        var signs = child.Value.ToString("N")[^6..].ToUpperInvariant();
        return no == 0 ? signs : $"{signs}-{no}";
    }
}
