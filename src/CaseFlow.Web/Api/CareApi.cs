using CaseFlow.Web.Access;
using CaseFlow.Web.Api.Changing;
using CaseFlow.Web.Api.Imports;
using CaseFlow.Web.Api.Reading;
using CaseFlow.Web.Feeds;
using CaseFlow.Web.Robots;
using CaseFlow.Web.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace CaseFlow.Web.Api;

/// <summary>The JSON API under <c>/api/v1</c>, described at <c>/openapi/v1.json</c>.</summary>
public static class CareApi
{
    public const string Root = "/api/v1";

    private const string Prefix = "/api";

    /// <summary>What the API needs besides the runtime; sign-in and its cookies are the web site's.</summary>
    public static IServiceCollection AddServices(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiSignIn>();
        services.AddSingleton<FilesOfChildren>();
        services.AddSingleton<OnceOnly>();
        services.AddSingleton<Changes>();
        services.AddSingleton<CalendarFeeds>();
        TokenSignIn.Add(services);
        RobotSetUp.Add(services);
        services.AddTransient<IClaimsTransformation, ActingHead>();
        return ApiDocument.Add(services);
    }

    /// <summary>Maps the endpoints and the document. Call after the middleware of the whole site.</summary>
    public static void Map(WebApplication app)
    {
        app.UseWhen(c => IsApi(c.Request), AnswerFailuresAsProblems);
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(Root)
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(TokenSignIn.Either).RequireAuthenticatedUser()
                .RequireAssertion(c => SignedIn.From(c.User) is not null)
                .RequireAssertion(c => OtherSystem.MayCall(c.User, (c.Resource as HttpContext)?.GetEndpoint())))
            .AddEndpointFilter(SameOrigin.CheckAsync);
        PersonReads.Map(api);
        FeedEndpoints.Map(api);
        FieldReads.Map(api);
        VisitReads.Map(api);
        ChildReads.Map(api);
        CaseReads.Map(api);
        WorkReads.Map(api);
        RuleReads.Map(api);
        WorkflowReads.Map(api);
        StandInEndpoints.Map(api);
        WhyReads.Map(api);
        TermReads.Map(api);
        CaseChanges.Map(api);
        TaskChanges.Map(api);
        EscalationChanges.Map(api);
        ChildChanges.Map(api);
        RuleChanges.Map(api);
        ImportEndpoints.Map(api);
        DemonstrationEndpoints.Map(api);
        TokenEndpoints.Map(api);
        RobotEndpoints.Map(api);
    }

    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>No page and no empty answer comes from the API, whatever the rest of the site does with errors.</summary>
    private static void AnswerFailuresAsProblems(IApplicationBuilder api)
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            ExceptionHandler = http => Problem.OfStatus(http).ExecuteAsync(http),
        });
        api.UseStatusCodePages(context => Problem.OfStatus(context.HttpContext).ExecuteAsync(context.HttpContext));
    }
}
