using CaseFlow.Web.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CaseFlow.Web.Api;

/// <summary>Whoever calls the API without sign-in is told so; only pages lead to the sign-in page.</summary>
internal sealed class ApiSignIn : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    /// <inheritdoc/>
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !CareApi.IsApi(context.Request))
            return usual.HandleAsync(next, context, policy, authorizeResult);
        var refusal = (authorizeResult.Challenged, TokenSignIn.IsIn(context.Request)) switch
        {
            (true, true) => ApiRefusals.TokenInvalid,
            (true, false) => ApiRefusals.SignIn,
            (false, true) => ApiRefusals.TokenScope,
            (false, false) => ApiRefusals.NotStaff,
        };
        if (refusal == ApiRefusals.TokenInvalid)
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Problem.Of(refusal, AskedLanguage.Of(context.Request)).ExecuteAsync(context);
    }
}
