using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>
/// A clock that stands still until somebody moves it. Before it was ever moved it stands at the start of the day after the last signal.
/// </summary>
public sealed class SimulatedClock(Func<CaseFlowDb> open, TimeProvider system, TimeZoneInfo zone) : MovableClock(open, system)
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => PutAt(StartFor) ?? Machine.GetUtcNow();

    /// <summary>The day of the last signal; null where there is none.</summary>
    public static DateOnly? LastSignal(CaseFlowDb db) => new[]
    {
        db.AttendanceMarks.Max(m => (DateOnly?)m.Date),
        db.ExamResults.Max(r => (DateOnly?)r.Date),
        db.Observations.Max(o => (DateOnly?)o.Date),
        db.Contacts.Max(c => (DateOnly?)c.Date),
    }.Max();

    private DateTimeOffset? StartFor(CaseFlowDb db) =>
        LastSignal(db) is { } last ? SchoolTime.WithoutCalendar(zone).StartOf(last.AddDays(1)) : null;
}
