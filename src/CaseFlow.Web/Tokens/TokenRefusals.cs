using CaseFlow.Engine;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Tokens;

/// <summary>Why a token was not made.</summary>
public static class TokenRefusals
{
    public static readonly Refusal Name = new("token.name", new Words(
        $"请填写系统名称，最多 {ApiToken.LongestName} 个字。", $"Give the name of the system, in {ApiToken.LongestName} characters at most."));

    public static readonly Refusal Scopes = new("token.scopes", new Words("请至少选择一个权限范围。", "Choose at least one scope."));

    public static readonly Refusal LastDay = new("token.last-day", new Words(
        $"有效期须在今天到 {ApiTokens.MostDays} 天之内。", $"The last day is from today to {ApiTokens.MostDays} days from now."));

    internal static Refusal? Check(TokenWish wish, DateOnly today)
    {
        if (wish.Name.Length is 0 or > ApiToken.LongestName)
            return Name;
        if (wish.Scopes.Count == 0 || wish.Scopes.Except(OtherSystem.Scopes).Any())
            return Scopes;
        return wish.LastDay is { } day && day >= today && day <= today.AddDays(ApiTokens.MostDays) ? null : LastDay;
    }
}
