using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>What is asked of a backtest.</summary>
/// <param name="From">The first day, inclusive.</param>
/// <param name="To">The last day, inclusive; not before <paramref name="From"/>.</param>
/// <param name="TasksEach">How many tasks of cases a counselor gets through in a week.</param>
public sealed record BacktestQuestion(DateOnly From, DateOnly To, int TasksEach = BacktestQuestion.UsualTasksEach)
{
    /// <summary>Four a school day: a talk, a visit, and the writing that goes with them.</summary>
    public const int UsualTasksEach = 20;
}

/// <summary>Evaluates other rule files beside those in force over a past period. Writes nothing.</summary>
/// <remarks>Goes class by class, so that memory is bounded by a class and by what is found.</remarks>
public sealed class Backtest(CareRuntime runtime)
{
    /// <param name="other">The rules to be tried.</param>
    /// <param name="progress">Told how many classes of how many are done.</param>
    /// <param name="inForce">The rules to compare with; null for those in force now.</param>
    public async Task<BacktestReport> RunAsync(
        CarePolicy other, BacktestQuestion question, IProgress<(int Done, int Of)>? progress = null, CarePolicy? inForce = null,
        CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
        var days = SchoolDays(school, question).ToList();
        var present = inForce ?? runtime.Policy();
        var comparison = new BacktestComparison(present, other, school.Time, question, days);
        var period = days.Count == 0 ? null : await PeriodOfSchool.LoadAsync(db, school, days, cancel);
        var done = 0;
        foreach (var room in school.Classes.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var lives = new Dictionary<ChildId, ChildUnderBoth>();
            if (period is not null)
                Live(await ClassPeriod.LoadAsync(db, period, room, cancel), period, LifeOf, cancel);
            var judgements = await BacktestJudgements.OfClassAsync(db, room.Id, cancel);
            foreach (var (child, life) in lives)
                comparison.Add(child, life, judgements);
            progress?.Report((++done, school.Classes.Count));

            ChildUnderBoth LifeOf(Child child) =>
                lives.TryGetValue(child.Id, out var life) ? life : lives[child.Id] = new ChildUnderBoth(present, other, child.StudentNo);
        }

        var counselors = (await db.Staff.AsNoTracking().ToListAsync(cancel)).Count(s => s.Has(Roles.Counselor));
        return comparison.Report(new WeeklyCapacity(counselors, question.TasksEach));
    }

    private static void Live(ClassPeriod room, PeriodOfSchool period, Func<Child, ChildUnderBoth> lifeOf, CancellationToken cancel)
    {
        foreach (var day in period.Days)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (child, facts) in room.On(day))
                lifeOf(child).Live(day.Screening.Day, facts);
        }
    }

    private static IEnumerable<DateOnly> SchoolDays(SchoolOnFile school, BacktestQuestion question)
    {
        for (var day = question.From; day <= question.To; day = day.AddDays(1))
        {
            if (school.Time.Calendar.IsSchoolDay(day))
                yield return day;
        }
    }
}
