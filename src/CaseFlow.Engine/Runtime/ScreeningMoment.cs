using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Runtime;

/// <summary>The present of a screening.</summary>
/// <param name="Now">The instant at which what follows happens.</param>
/// <param name="AllRegistersClosed">A date alone means the end of that day, all registers closed.</param>
public sealed record ScreeningMoment(DateOnly Day, DateTimeOffset Now, bool AllRegistersClosed)
{
    /// <summary>The end of a day.</summary>
    public static ScreeningMoment EndOf(DateOnly day, SchoolTime time) => new(day, time.EndOf(day).AddSeconds(-1), true);

    /// <summary>An instant, with the registers as they stand then.</summary>
    public static ScreeningMoment At(DateTimeOffset now, SchoolTime time) => new(time.DayOf(now), now, false);
}
