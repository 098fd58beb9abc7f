using CaseFlow.Simulation.School;

namespace CaseFlow.Simulation.Laws;

/// <summary>The rows that people and the sweep read are what the journal gives.</summary>
internal static class ReadModelLaw
{
    private const string Law = "replayed journal equals stored rows";

    /// <summary>Steps whose lateness goes up to the head teacher, and after how many days.</summary>
    private static readonly string[] Watched = ["first-contact", "first-visit", "follow-up-visit"];
    private const int BearsDays = 2;

    public static void Check(string who, Guid child, ChildRecord record, StoredRows stored)
    {
        Same("flags", record.Flags.Values.Select(f => Line(f.No, f.Case ?? 0, f.Rule, f.Severity, f.Status, f.EndedOn, f.SeenUpTo)), stored.Flags(child));
        Same("cases", record.Cases.Values.Select(c => CaseLine(record, c)), stored.Cases(child));
        Same(
            "tasks",
            record.Tasks.Values.Select(t => Line(
                t.No, t.Case ?? 0, t.Step, t.Occurrence, t.Kind, t.State, t.Assignee, t.DueOn, t.DueAt, t.SendAt, t.LateAt, t.DoneOn)),
            stored.Tasks(child));
        Same(
            "escalations",
            record.Escalations.Values.Select(e => Line(e.No, e.Case, e.Status, e.Emergency, e.DueOn, e.DueAt, e.Reminders)), stored.Escalations(child));
        Same("due items", Due(record).Order(StringComparer.Ordinal), stored.DueItems(child));

        void Same(string what, IEnumerable<string> wanted, List<string> found)
        {
            var expected = wanted.ToList();
            Require.That(expected.SequenceEqual(found), Law, () => $"{who}, {what}: the journal gives [{Apart(expected, found)}], stored is [{Apart(found, expected)}]");
        }
    }

    private static string Apart(List<string> these, List<string> those) => string.Join("  ", these.Except(those));

    private static string CaseLine(ChildRecord record, CaseOnRecord c)
    {
        var waiting = record.WaitingIn(c.No);
        var next = record.TasksOf(c.No).Where(t => t.IsPending).Select(t => (t.DueAt, t.DueOn, t.Step));
        if (waiting is not null)
            next = next.Append((waiting.DueAt, waiting.DueOn, "escalation"));
        var first = next.OrderBy(n => n.DueAt).ThenBy(n => n.Step, StringComparer.Ordinal).FirstOrDefault();
        var shown = c.IsOpen && first.Step is not null;
        return Line(c.No, c.Level, c.Owner, c.IsOpen, waiting is not null, c.Leaving, shown ? first.DueOn : null, shown ? first.Step : null);
    }

    private static IEnumerable<string> Due(ChildRecord record)
    {
        foreach (var task in record.Tasks.Values.Where(t => t.IsPending))
        {
            if (task.State == "Scheduled")
                yield return Line($"send:{task.No}", task.SendAt);
            if (task.LateAt is null && !task.HasEnded)
                yield return Line($"late:{task.No}", task.DueAt);
            if (Watched.Contains(task.Step) && !task.Escalated && task.Case is { } no && record.Cases[no].IsOpen)
                yield return Line($"overdue:{task.No}", Midnight(task.DueOn.AddDays(BearsDays + 1)));
        }

        foreach (var waiting in record.Escalations.Values.Where(e => e.IsOpen))
            yield return Line($"remind:{waiting.No}", waiting.RemindAt);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), SmallSchool.Zone.BaseUtcOffset);

    private static string Line(params object?[] values) => string.Join('|', values.Select(v => v switch
    {
        null => "",
        bool yes => yes ? "1" : "0",
        Guid id => id.ToString("N"),
        DateOnly day => day.ToString("yyyy-MM-dd"),
        DateTimeOffset at => StoredRows.TimeText(at),
        _ => v.ToString(),
    }));
}
