using System.Text.Json;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Runtime;

/// <summary>All rows of one child, as they stand in the database.</summary>
internal sealed record ChildOnDisk(
    Child Child,
    IReadOnlyList<JournalRow> Journal,
    IReadOnlyList<FlagRow> Flags,
    IReadOnlyList<CaseRow> Cases,
    IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<EscalationRow> Escalations,
    IReadOnlyList<DueItem> Due);

/// <summary>Checks one child: the chain, every step of its history, the state it gives, and the rows that were made of it.</summary>
internal sealed class ChildChecks(
    VerificationFindings findings, CarePolicy policy, SchoolTime time, HashSet<StaffId> staff, IReadOnlyList<Delegation> delegations,
    HashSet<string> keptWorkflows)
{
    private readonly HistoryChecks history = new(findings, policy, time, staff, delegations);

    public void Check(ChildOnDisk disk)
    {
        findings.Events += disk.Journal.Count;
        findings.Cases += disk.Cases.Count;
        if (Replay(disk) is not { } state)
            return;
        CheckState(disk.Child, state);
        Compare(disk, state);
    }

    /// <summary>Follows the chain and the history; null where a row cannot be read.</summary>
    private ChildState? Replay(ChildOnDisk disk)
    {
        var (state, hash, version) = (ChildState.Empty, "", 0);
        foreach (var row in disk.Journal)
        {
            var place = () => $"{disk.Child.StudentNo}, {CaseAt(state, disk)}, version {row.Version}";
            findings.Check(Invariants.HashChain, row.Version == ++version, () => $"{place()}: expected version {version}; a row is missing");
            findings.Check(Invariants.HashChain, row.PreviousHash == hash, () => $"{place()}: does not follow the row before");
            findings.Check(Invariants.HashChain, row.Hash == JournalRows.HashOf(row), () => $"{place()}: the content does not match its hash");
            (version, hash) = (row.Version, row.Hash);
            try
            {
                var happened = JournalRows.Read(row);
                if (EventJson.NameOf(happened.Event) != row.Type)
                    findings.Broken(Invariants.HashChain, $"{place()}: the type does not match the content");
                history.Check(state, happened, place);
                state = state.After(happened);
            }
            catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
            {
                findings.Broken(Invariants.HashChain, $"{place()}: cannot be read ({e.Message})");
                return null;
            }
        }

        findings.Check(
            Invariants.HashChain,
            disk.Child.HeadVersion == version && disk.Child.HeadHash == hash,
            () => $"{disk.Child.StudentNo}, {CaseAt(state, disk)}, version {disk.Child.HeadVersion}: the head is not the last row (version {version})");
        return state;
    }

    /// <summary>The case that a row belongs to: the open one, the one that opens next with the flags before it, or the last.</summary>
    private static string CaseAt(ChildState state, ChildOnDisk disk) => (state.OpenCase?.No.Value ?? disk.Cases.Select(c => c.No.Value).FirstOrDefault(no => no == state.NextCase.Value, state.Cases.Count)) switch
        {
            0 => "no case",
            var no => $"case {no}",
        };

    private void CheckState(Child child, ChildState state)
    {
        findings.Check(Invariants.OneOpenCase, state.Cases.Values.Count(c => c.IsOpen) <= 1, () => $"{child.StudentNo}: more than one open case");
        foreach (var care in state.Cases.Values)
        {
            var where = $"{child.StudentNo}, case {care.No.Value}";
            var tasks = state.TasksOf(care.No).ToList();
            findings.Check(Invariants.OneTask, tasks.DistinctBy(t => (t.Step, t.Occurrence)).Count() == tasks.Count, () => $"{where}: a step has two tasks");
            findings.Check(
                Invariants.OnePending, state.Escalations.Values.Count(e => e.Case == care.No && e.IsOpen) <= 1, () => $"{where}: two escalations wait");
            if (care.Levels.Any(l => l.Level >= 4))
            {
                findings.Check(
                    Invariants.EmergencyAtOnce,
                    state.Escalations.Values.Any(e => e.Case == care.No && e.Emergency && e.Reasons.Any(r => care.Levels.Any(l => l.Level >= 4 && l.At == r.At))),
                    () => $"{where}: reached level 4 without the emergency path");
            }

            if (care.IsOpen)
            {
                findings.Check(Invariants.HasOwner, staff.Contains(care.Owner), () => $"{where}: the owner is nobody on the staff");
                findings.Check(
                    Invariants.WorkflowKept,
                    keptWorkflows.Contains(care.WorkflowVersion),
                    () => $"{where}: runs on version {care.WorkflowVersion} of the workflow, which is not kept");
                findings.Check(
                    Invariants.HasNextDate,
                    tasks.Exists(t => t.IsPending) || state.OpenEscalationOf(care.No) is not null,
                    () => $"{where}: nothing is due");
            }
            else
            {
                findings.Check(
                    Invariants.ClosedIsSettled,
                    tasks.TrueForAll(t => !t.IsPending || t.Step == Workflow.WorkflowDefinition.CheckVisit) && state.OpenEscalationOf(care.No) is null,
                    () => $"{where}: closed, and something is still open");
            }
        }
    }

    private void Compare(ChildOnDisk disk, ChildState state)
    {
        var child = disk.Child;
        Same("flag", state.Flags.Values.Select(f => ReadModel.Of(child, f)), disk.Flags, f => f.No.Value);
        Same("case", state.Cases.Values.Select(c => ReadModel.Of(child, state, c)), disk.Cases, c => c.No.Value);
        Same("task", state.Tasks.Values.Select(t => ReadModel.Of(child, t)), disk.Tasks, t => t.No.Value);
        Same("escalation", state.Escalations.Values.Select(e => ReadModel.Of(child, e)), disk.Escalations, e => e.No.Value);
        var wanted = ReadModel.DueItemsOf(state, policy.Escalations, time);
        var there = disk.Due.ToDictionary(d => d.Key, d => d.DueAt);
        findings.Check(
            Invariants.DueItemsMatch,
            wanted.Count == there.Count && wanted.All(w => there.TryGetValue(w.Key, out var at) && at == w.Value),
            () => $"{child.StudentNo}: due items are [{Say(there)}], the state asks for [{Say(wanted)}]");

        void Same<T>(string what, IEnumerable<T> wanted, IEnumerable<T> there, Func<T, int> number)
        {
            var (expected, found) = (wanted.ToDictionary(number, Text), there.ToDictionary(number, Text));
            foreach (var no in expected.Keys.Union(found.Keys).Order())
            {
                findings.Check(
                    Invariants.Replay,
                    expected.GetValueOrDefault(no) == found.GetValueOrDefault(no),
                    () => $"{child.StudentNo}, {what} {no}, version {child.HeadVersion}: the stored row is not what the journal gives");
            }
        }
    }

    private static string Say(Dictionary<string, DateTimeOffset> due) =>
        string.Join(", ", due.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value:u}"));

    private static string Text<T>(T row) => JsonSerializer.Serialize(row);
}
