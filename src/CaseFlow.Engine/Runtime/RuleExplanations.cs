using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Why each rule holds for a child on a day, or why not.</summary>
public sealed record ExplainedChild(string Student, DateOnly Day, IReadOnlyList<ExplainedRule> Rules);

/// <param name="Answer">Where the rule holds but its last flag was answered: the answer that keeps it closed until something new is recorded.</param>
public sealed record ExplainedRule(RuleExplanation Explanation, ClosingAnswer? Answer)
{
    /// <summary>Whether the child has the flag on that day.</summary>
    public bool IsActive => Explanation.Holds && Answer is null;
}

/// <summary>The answer that keeps a flag closed.</summary>
public sealed record ClosingAnswer(FlagResponse Response, DateOnly On);

/// <summary>Explains the rules in force on the facts that a screening of the day would take.</summary>
public sealed class RuleExplanations(CareRuntime runtime)
{
    /// <summary>All rules in force for a child; null where no such child is at the school on that day.</summary>
    public async Task<ExplainedChild?> OfAsync(string studentNo, Func<SchoolTime, ScreeningMoment> moment, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
        var at = moment(school.Time);
        var child = await db.Children.AsNoTracking().SingleOrDefaultAsync(c => c.StudentNo == studentNo, cancel);
        if (child is null || school.ClassOf(child) is not { } room)
            return null;
        var signals = new ClassSignals(db, school, at.Day);
        var closed = at.AllRegistersClosed || await signals.IsRegisterClosedAsync(room, at.Now, cancel);
        var facts = (await signals.OfClassAsync(room, closed, cancel)).Where(c => c.Child.Id == child.Id).Select(c => c.Facts).SingleOrDefault();
        if (facts is null)
            return null;
        var flags = await db.Flags.AsNoTracking().Where(f => f.ChildId == child.Id).ToListAsync(cancel);
        return new ExplainedChild(studentNo, at.Day, [.. runtime.Policy().Rules.Rules.Select(rule => Explain(rule.Explain(facts), flags, at.Day))]);
    }

    private static ExplainedRule Explain(RuleExplanation explanation, List<FlagRow> flags, DateOnly day)
    {
        if (explanation.Found is not { } found || Standing.After([found], flags, day).Count > 0)
            return new ExplainedRule(explanation, null);
        var last = flags.Where(f => f.Rule == found.Rule).MaxBy(f => f.No)!;
        return new ExplainedRule(explanation, new ClosingAnswer(last.Response!.Value, last.EndedOn!.Value));
    }
}
