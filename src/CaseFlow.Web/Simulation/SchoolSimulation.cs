using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Simulation.People;
using CaseFlow.Web.Simulation.Signals;
using CaseFlow.Web.Simulation.Telling;

namespace CaseFlow.Web.Simulation;

/// <summary>How a run is to go.</summary>
/// <param name="Days">How many days of the calendar.</param>
/// <param name="VerifyEvery">After how many days the invariants are checked on the way; null at the end only.</param>
internal sealed record SimulationOrder(int Days, int Seed, SimulationSettings Settings, int? VerifyEvery = null);

/// <summary>
/// Runs a school on, day by day, through the real engine: signals are recorded, staff act through the desk, the clock brings up
/// what is due, every evening the school is screened. The same school, seed and settings give the same story.
/// </summary>
/// <param name="keepClock">Writes the clock back at the end of each day.</param>
internal sealed class SchoolSimulation(CareRuntime installed, Func<DateTimeOffset, CancellationToken, Task> keepClock)
{
    public async Task<SimulationReport> RunAsync(SimulationOrder order, IProgress<(int Done, int Of)>? progress, CancellationToken cancel)
    {
        var (engine, school, first) = await BeginAsync(order.Seed, cancel);
        var story = await SchoolStory.BeginAsync(engine, first, cancel);
        var run = new Run(engine, school, order);
        var broken = new List<string>();
        for (var done = 0; done < order.Days; done++)
        {
            var day = first.AddDays(done);
            await run.DayAsync(day, cancel);
            await keepClock(engine.Time.EndOf(day), cancel);
            if (order.VerifyEvery is { } every && (done + 1) % every == 0)
                broken.AddRange((await engine.Verification.RunAsync(null, cancel)).Invariants.Where(i => !i.Ok).Select(i => $"{day:yyyy-MM-dd} {i.Name}"));
            progress?.Report((done + 1, order.Days));
        }

        engine.Clock.GoTo(engine.Time.EndOf(first.AddDays(order.Days - 1)));
        var told = await story.EndAsync(cancel);
        var invariants = await engine.Verification.RunAsync(null, cancel);
        return new SimulationReport(
            first, first.AddDays(order.Days - 1), order.Days, run.SchoolDays, order.Seed, school.Pupils.Count, told.Weeks, run.Book.Counts,
            told.Totals, run.Hands.Refusals, run.Troubles, told.Standing, broken, invariants);
    }

    /// <summary>Day one: after the last signal, not before the clock's day, nor before the latest screening.</summary>
    private async Task<(SimulatedEngine Engine, SimulatedSchool School, DateOnly First)> BeginAsync(int seed, CancellationToken cancel)
    {
        using var db = installed.Open();
        var onFile = await SchoolOnFile.LoadAsync(db, installed.Zone, cancel);
        var engine = new SimulatedEngine(installed, onFile.Time);
        var school = await SimulatedSchool.LoadAsync(db, seed, cancel);
        if (school.Pupils.Count == 0)
            throw new SetupException("There is nobody to simulate: import the files of a school first ('caseflow import DIR').");
        var first = new[] { engine.Today, SimulatedClock.LastSignal(db)?.AddDays(1), onFile.School.LastScreenedOn }.Max()!.Value;
        engine.GoTo(first, 0);
        return (engine, school, first);
    }

    /// <summary>One run under way.</summary>
    private sealed class Run
    {
        private readonly SimulatedEngine engine;
        private readonly SimulationSettings settings;
        private readonly Registers registers;
        private readonly Sightings sightings;
        private readonly Exams exams;
        private readonly Contacts contacts;
        private readonly Families families;
        private readonly StaffDay staff;

        public Run(SimulatedEngine engine, SimulatedSchool school, SimulationOrder order)
        {
            var seed = order.Seed;
            (this.engine, settings) = (engine, order.Settings);
            Book = new SignalBook(engine);
            Hands = new StaffHands(engine);
            registers = new Registers(engine, school, Book, settings, seed);
            sightings = new Sightings(engine, school, Book, Hands, settings, seed);
            exams = new Exams(engine, school, Book, settings, seed);
            contacts = new Contacts(school, Book, settings, seed);
            families = new Families(engine, school, Book, settings, seed);
            staff = new StaffDay(engine, school, Hands, settings, seed);
        }

        public SignalBook Book { get; }

        public StaffHands Hands { get; }

        public int SchoolDays { get; private set; }

        /// <summary>What went wrong in screenings and sweeps; none of it stops the run, all of it is told.</summary>
        public SortedDictionary<string, int> Troubles { get; } = new(StringComparer.Ordinal);

        public async Task DayAsync(DateOnly day, CancellationToken cancel)
        {
            var isSchoolDay = engine.Time.Calendar.IsExpectedSchoolDay(day);
            SchoolDays += isSchoolDay ? 1 : 0;
            await SweepAsync(day, 0, cancel);
            await SweepAsync(day, 8, cancel);
            await families.ChangeAsync(day, cancel);
            if (isSchoolDay)
                await registers.MarkAsync(day, cancel);
            engine.GoTo(day, 10);
            await sightings.ObserveAsync(day, isSchoolDay, cancel);
            await staff.RescueAsync(day, 11, cancel);
            await SweepAsync(day, 12, cancel);
            engine.GoTo(day, 15);
            if (isSchoolDay)
                await exams.HoldAsync(day, cancel);
            await staff.WorkAsync(day, 16, isSchoolDay ? 1 : settings.OnDuty, cancel);
            engine.GoTo(day, 19);
            await contacts.RecordAsync(day, isSchoolDay, cancel);
            if (isSchoolDay)
                await registers.CloseAsync(day, cancel);
            await ScreenAsync(day, cancel);
            await staff.RescueAsync(day, 21, cancel);
            await SweepAsync(day, 23, cancel);
        }

        private async Task ScreenAsync(DateOnly day, CancellationToken cancel)
        {
            engine.GoTo(day, 20);
            var report = await engine.Screening.RunAsync(time => ScreeningMoment.At(engine.Runtime.Now, time), cancel: cancel);
            foreach (var failure in report.Failures)
                Trouble($"rule failed: {failure.Failure.Rule}");
            foreach (var refused in report.Refused)
                Trouble($"screening refused: {refused.Refusal.Id}");
        }

        private async Task SweepAsync(DateOnly day, int hour, CancellationToken cancel)
        {
            engine.GoTo(day, hour);
            foreach (var (_, error) in (await engine.Sweep.RunAsync(engine.Runtime.Now, cancel: cancel)).Failed)
                Trouble($"sweep failed: {error}");
            await engine.Delivery.RunAsync(cancel: cancel);
        }

        private void Trouble(string what) => Troubles[what] = Troubles.GetValueOrDefault(what) + 1;
    }
}
