using System.Diagnostics;
using System.Text.Json;
using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Benchmarks.Screening;

/// <summary>What a process measured that screened a county: several times by turns with a bare reading of the same rows.</summary>
/// <param name="PeakBytes">The largest resident set that the process had.</param>
/// <param name="Processor">What the processors spent on the process, its start included.</param>
internal sealed record ScreeningRun(
    int Children,
    int Levels,
    int Opened,
    int Rows,
    IReadOnlyList<TimeSpan> Screenings,
    IReadOnlyList<TimeSpan> Readings,
    long PeakBytes,
    TimeSpan Processor)
{
    public Timing Screening => new(Screenings);

    public Timing Reading => new(Readings);

    /// <summary>Screens once without a reading: as the verb does, in a process that has done nothing else.</summary>
    public static Task<ScreeningRun> OnceAsync(string file) => RunAsync(file, 0, 1, read: false);

    /// <summary>Screens and reads by turns, with a round before that does not count.</summary>
    public static Task<ScreeningRun> PairsAsync(string file, int rounds) => RunAsync(file, 1, rounds, read: true);

    /// <summary>The same in a process of its own.</summary>
    public static ScreeningRun InOwnProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["screening-process", .. arguments]) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Insert(0, typeof(ScreeningRun).Assembly.Location);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<ScreeningRun>(said) ?? throw new InvalidOperationException("the process said nothing");
    }

    private static async Task<ScreeningRun> RunAsync(string file, int warm, int rounds, bool read)
    {
        var database = new CountyDatabase(file);
        var screening = new SchoolScreening(database.Runtime(CarePolicyFiles.Load(Repository.RulesFolder)));
        ScreeningReport? report = null;
        var rows = 0;
        var (screened, bare) = await Rounds.PairsAsync(
            warm,
            rounds,
            async () => report = await screening.RunAsync(time => ScreeningMoment.EndOf(CountyCalendar.ScreenedOn, time)),
            () => Task.FromResult(rows = read ? BareReading.Run(database.Connection) : 0));
        using var self = Process.GetCurrentProcess();
        return new ScreeningRun(
            report!.Children, report.Levels.Count(l => l.Level >= 2), report.CasesOpened.Count, rows, screened.Each, bare.Each, self.PeakWorkingSet64,
            self.TotalProcessorTime);
    }
}
