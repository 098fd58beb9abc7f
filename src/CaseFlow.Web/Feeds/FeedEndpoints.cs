using CaseFlow.Web.Api;
using CaseFlow.Web.Api.Changing;

namespace CaseFlow.Web.Feeds;

/// <summary>Whether calendars can read the tasks of whoever is signed in.</summary>
/// <param name="Since">When its address was made; null where it is off.</param>
public sealed record CalendarFeedView(bool On, DateTimeOffset? Since);

/// <summary>The calendar feed of whoever is signed in, through the API.</summary>
/// <remarks>A new address is made on the person's page only: the answer to a change is kept for whoever tries it again, and this secret is kept nowhere.</remarks>
internal static class FeedEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var feed = api.MapGroup("/me/calendar").WithTags("people");
        feed.MapGet("/", async (HttpContext http, CalendarFeeds feeds, CancellationToken cancel) =>
        {
            var on = await feeds.OfAsync(Caller.Of(http).Who.Staff, cancel);
            return ApiJson.Answer(new CalendarFeedView(on is not null, on?.Since));
        }).Reads<CalendarFeedView>("calendarFeed", "Whether your calendar feed is on; its address is made on your own page");
        feed.MapPost("/off", (HttpContext http, Changes changes, CalendarFeeds feeds) => changes.ChangeAsync<EmptyBody, CalendarFeedView>(
                http, _ => true, _ => new CalendarFeedView(false, null), (who, _, alongside) => feeds.OffAsync(who.Staff, alongside)))
            .Changes<EmptyBody, CalendarFeedView>("switchOffCalendarFeed", "Switch your calendar feed off; its address leads nowhere from then on", StatusCodes.Status200OK);
    }
}
