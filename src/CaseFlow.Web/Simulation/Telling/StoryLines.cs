using System.Globalization;
using CaseFlow.Web.Verbs;

namespace CaseFlow.Web.Simulation.Telling;

/// <summary>A run in lines for people, and as one document.</summary>
internal static class StoryLines
{
    public static IEnumerable<string> Of(SimulationReport report) =>
        [.. Head(report), "", .. Weeks(report), "", .. Sums(report), "", .. End(report), "", .. VerifyVerb.Lines(report.Invariants)];

    public static object Document(SimulationReport r) => new
    {
        r.Ok,
        r.From,
        r.To,
        r.Days,
        r.SchoolDays,
        r.Seed,
        r.Children,
        r.Weeks,
        r.Signals,
        r.Totals,
        r.Refusals,
        r.Troubles,
        r.Standing,
        r.BrokenOnTheWay,
        verification = VerifyVerb.Document(r.Invariants),
    };

    private static IEnumerable<string> Head(SimulationReport r) =>
    [
        $"{r.From:yyyy-MM-dd} to {r.To:yyyy-MM-dd}: {r.Days} days, {r.SchoolDays} school days, {r.Children} children, seed {r.Seed}",
    ];

    private static IEnumerable<string> Weeks(SimulationReport r) => r.Weeks
        .Select(w => string.Create(
            CultureInfo.InvariantCulture,
            $"{w.From:yyyy-MM-dd}  {w.Flags,5}  {w.CasesOpened,6} {w.CasesClosed,6}  {w.EscalationsAsked,5} {w.EscalationsDecided,7}  {w.Visits,6} {w.VisitsLate,5}"))
        .Prepend("week of     flags  opened closed  asked decided  visits  late");

    private static IEnumerable<string> Sums(SimulationReport r)
    {
        var t = r.Totals;
        yield return $"signals      {List(r.Signals)}";
        yield return $"flags        {t.Flags.Raised} raised, {t.Flags.Answered} answered, {t.Flags.Lapsed} lapsed; by severity {List(t.Flags.BySeverity)}";
        yield return $"             {List(t.Flags.ByRule)}";
        yield return $"cases        {t.Cases.Opened} opened (by level {List(t.Cases.OpenedByLevel)}), levels raised {t.LevelsRaised}, lowered {t.LevelsLowered}";
        yield return $"closures     {t.Cases.Closed} (by level {List(t.Cases.ClosedByLevel)}): {t.Cases.ConditionsMet} conditions met, {t.Cases.Early} early, {t.Cases.Transfers} transfers";
        yield return $"escalations  {t.Escalations.Asked} asked, {t.Escalations.Approved} approved, {t.Escalations.Rejected} rejected, "
            + $"{t.Escalations.Returned} returned, {t.Escalations.Reminders} reminders; reasons {List(t.Escalations.ByRule)}";
        yield return $"emergencies  {t.Escalations.Emergencies}, ratified {t.Escalations.EmergenciesRatified}; reports of harm {t.HarmReports}; guarded steps taken {t.GuardedStepsTaken}";
        yield return $"tasks        {t.Tasks.Issued} issued, {t.Tasks.Done} done, {t.Tasks.FellLate} fell late, {t.Tasks.Withdrawn} withdrawn, {t.Tasks.Moved} moved, "
            + $"{t.Tasks.EnteredDaysLater} entered days later";
        yield return $"home visits  {t.Tasks.HomeVisits} done ({t.Tasks.HomeVisitsInTime} in time, {t.Tasks.HomeVisitsLate} late), {t.Tasks.CheckVisits} of them check visits; nobody met {t.Tasks.NobodyMet} times";
        yield return $"talks        {t.Tasks.Talks}, calls {t.Tasks.Calls}";
        yield return $"reviews      {List(t.Reviews)}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"first contact with the child: {t.FirstContact.Cases} cases, median {t.FirstContact.MedianDays:0.#} days from the flag, worst {t.FirstContact.WorstDays}");
        yield return $"refusals     {List(r.Refusals)}";
        foreach (var (what, times) in r.Troubles)
            yield return $"TROUBLE      {what} ({times} times)";
    }

    private static IEnumerable<string> End(SimulationReport r)
    {
        var s = r.Standing;
        yield return $"at the end   {s.OpenCases} open cases (by level {List(s.ByLevel)}; by stage {List(s.ByStage)})";
        yield return $"             {s.WithOwner} have an owner, {s.WithNextDate} a next date; {s.Overdue} are past it, by {s.LongestOverdueDays} days at most; {s.AwaitingDecision} await a decision";
        yield return $"             {s.ActiveFlags} active flags, {s.OpenTasks} open tasks";
        foreach (var broken in r.BrokenOnTheWay)
            yield return $"BROKEN on the way: {broken}";
    }

    private static string List<T>(IReadOnlyDictionary<T, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(c => $"{c.Key}: {c.Value}"));
}
