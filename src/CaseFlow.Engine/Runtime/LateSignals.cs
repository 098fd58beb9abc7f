using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What was recorded after a screening had read its signals, and before it writes.</summary>
/// <remarks>
/// A screening that was slow would otherwise take a flag down again that rests on what it has not seen. The streams are loaded
/// before: whoever records later looks at the child later, and finds this write or is in its way.
/// </remarks>
internal sealed class LateSignals(SchoolOnFile school, ScreeningMoment at, CarePolicy policy)
{
    /// <summary>The commands on the signals of now, where anything was recorded meanwhile; otherwise as they are.</summary>
    /// <param name="loaded">The streams that are written, loaded before.</param>
    public async Task<IReadOnlyList<ScreeningCommand>> RenewAsync(
        CaseFlowDb db, IReadOnlyList<ScreeningCommand> commands, IReadOnlyDictionary<ChildId, LoadedChild> loaded, CancellationToken cancel)
    {
        if (await db.Schools.Select(s => s.RecordedNo).SingleAsync(cancel) == school.School.RecordedNo)
            return commands;
        var rooms = commands.Where(c => c.Command.LeftOn is null).Select(c => school.ClassOf(loaded[c.Child].Child)).OfType<ClassRoom>().Distinct().ToList();
        if (rooms.Count == 0)
            return commands;
        var signals = new ClassSignals(db, school, at.Day);
        var closed = at.AllRegistersClosed ? null : await signals.ClosedRegistersAsync(rooms, at.Now, cancel);
        var facts = (await signals.OfClassesAsync(rooms, r => closed?.Contains(r.Id) != false, cancel)).Values
            .SelectMany(c => c).ToDictionary(c => c.Child.Id, c => c.Facts);
        return [.. commands.Select(c => c.Command.LeftOn is null && facts.TryGetValue(c.Child, out var now)
            ? c with { Command = c.Command with { Findings = policy.Rules.Evaluate(now).Flags } }
            : c)];
    }
}
