using CaseFlow.Engine.Cases;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Web.Api.Changing;

/// <summary>How a command becomes an endpoint.</summary>
internal static class ChangeEndpoints
{
    /// <summary>No body of ours comes near it: 64 KB.</summary>
    private const int LargestBody = 64 * 1024;

    /// <summary>A POST about something with a number in a child's stream.</summary>
    public static void MapCommand<TBody>(
        this IEndpointRouteBuilder api, string things, string action, string name, string summary, Func<TBody, int, ChildCommand> command)
        where TBody : class, new() =>
        api.MapPost($"/{things}/{{child:guid}}/{{no:int}}/{action}", (Guid child, int no, HttpContext http, Changes changes) =>
            changes.GiveAsync<TBody>(http, child, body => command(body, no)))
            .Changes<TBody, Recorded>(name, summary, StatusCodes.Status200OK).WithTags(things);

    /// <summary>What the document says of a POST: body, answer, and the problems that every change can have.</summary>
    public static RouteHandlerBuilder Changes<TBody, TAnswer>(this RouteHandlerBuilder endpoint, string name, string summary, int status)
        where TBody : notnull =>
        endpoint.WithName(name).WithSummary(summary).WithMetadata(new BodyType(typeof(TBody)), new RequestSizeLimitAttribute(LargestBody))
            .Produces<TAnswer>(status).HasProblems(400, 401, 403, 404, 409, 413, 415, 422);

    /// <summary>The body for the document alone: it is read by hand, so that every fault in it is named by member.</summary>
    private sealed class BodyType(Type type) : Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes { get; } = ["application/json"];

        public Type? RequestType { get; } = type;

        public bool IsOptional { get; } = type == typeof(EmptyBody);
    }
}
