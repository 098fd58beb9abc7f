using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Children;

/// <summary>How many children the school has, counted once a minute at most: it stands above a list that is opened all day.</summary>
public sealed class ChildCount
{
    private static readonly TimeSpan CountAgainEvery = TimeSpan.FromMinutes(1);

    private volatile Counted? last;

    /// <summary>Those who are at the school on a day.</summary>
    public async Task<int> OfAsync(CaseFlowDb db, DateOnly today)
    {
        if (last is { } known && known.On == today && TimeProvider.System.GetElapsedTime(known.At) < CountAgainEvery)
            return known.Count;
        var count = await db.Children.CountAsync(c => c.LeftOn == null || c.LeftOn > today);
        last = new Counted(today, TimeProvider.System.GetTimestamp(), count);
        return count;
    }

    private sealed record Counted(DateOnly On, long At, int Count);
}
