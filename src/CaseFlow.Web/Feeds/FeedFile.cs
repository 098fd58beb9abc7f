using CaseFlow.Web.Accounts;

namespace CaseFlow.Web.Feeds;

/// <summary>Answers calendars. They cannot sign in: the address is the secret, and whoever has another gets 'not found'.</summary>
public static class FeedFile
{
    public static void Map(IEndpointRouteBuilder site) =>
        site.MapGet("/feeds/{secret}.ics", ReadAsync).AllowAnonymous().ExcludeFromDescription();

    /// <summary>The address of a feed.</summary>
    public static string AddressOf(HttpRequest request, string secret) => $"{SiteOf(request)}/feeds/{secret}.ics";

    private static async Task<IResult> ReadAsync(string secret, HttpRequest request, CalendarFeeds feeds, AccountsDb accounts, CancellationToken cancel) =>
        await feeds.ReadAsync(accounts, secret, cancel) is { } calendar
            ? Results.Text(calendar.Write(SiteOf(request)), TaskCalendar.MediaType)
            : Results.NotFound();

    private static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
