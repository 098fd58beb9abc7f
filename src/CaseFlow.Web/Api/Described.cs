namespace CaseFlow.Web.Api;

/// <summary>What the document says of endpoints.</summary>
internal static class Described
{
    /// <summary>A read: its answer, and the problems that every read can have.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder endpoint, string name, string summary, params int[] problems) =>
        endpoint.WithName(name).WithSummary(summary).Produces<T>().HasProblems([401, 403, .. problems]);

    public static RouteHandlerBuilder HasProblems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, Problem.MediaType);
        return endpoint;
    }
}
