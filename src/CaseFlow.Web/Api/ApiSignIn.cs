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
        var refusal = authorizeResult.Challenged ? ApiRefusals.SignIn : ApiRefusals.NotStaff;
        return Problem.Of(refusal, AskedLanguage.Of(context.Request)).ExecuteAsync(context);
    }
}
