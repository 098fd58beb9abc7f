using System.Text;
using CaseFlow.TestSchools;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Verbs;
using Microsoft.AspNetCore.Builder;

namespace CaseFlow.Web.Tests.Simulation;

/// <summary>A fresh database with a small school in it: 24 pupils in two classes, six staff, signals up to Friday 6 March 2026.</summary>
internal sealed class Installation : IDisposable
{
    public static readonly DateOnly LastSignal = new(2026, 3, 6);

    private readonly string folder = Directory.CreateTempSubdirectory("caseflow-simulation-").FullName;

    private Installation()
    {
    }

    public StringWriter Said { get; } = new();

    public static async Task<Installation> WithSchoolAsync()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var installation = new Installation();
        var files = Path.Combine(installation.folder, "files");
        SchoolFiles.Write(SmallSchool(), files);
        (await installation.RunAsync("import", files)).Exit.ShouldBe(0, installation.Said.ToString());
        return installation;
    }

    public Task<(int Exit, string Text)> SimulateAsync(int days, int seed, params string[] options) =>
        RunAsync(["simulate", "--days", $"{days}", "--seed", $"{seed}", "--trouble", "6", .. options]);

    public Task<(int Exit, string Text)> RunAsync(params string[] args) => RunAsync("Simulated", args);

    public async Task<(int Exit, string Text)> RunAsync(string clock, string[] args)
    {
        using var text = new StringWriter();
        var exit = await CommandLine.RunAsync([$"--Data:Folder={folder}", $"--Clock:Mode={clock}", .. args], text, Said);
        return (exit, text.ToString());
    }

    /// <summary>The services of the program on this database.</summary>
    public async Task<WebApplication> OpenAsync()
    {
        var app = CaseFlowHost.Builder([$"--Data:Folder={folder}", "--Clock:Mode=Simulated"]).Build();
        await CaseFlowHost.ReadyAsync(app.Services);
        return app;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Said.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static School SmallSchool() => new()
    {
        Classes = [new("一班", "1", "T01"), new("二班", "2", "T02")],
        Staff =
        [
            new("H01", "校长", ["head-teacher"]), new("C01", "心理甲", ["counselor"]), new("C02", "心理乙", ["counselor"]),
            new("T01", "班主任甲", ["class-teacher", "helper"], "一班"), new("T02", "班主任乙", ["class-teacher", "helper"], "二班"),
        ],
        Pupils = [.. Enumerable.Range(1, 24).Select(n => new Pupil
        {
            Number = $"S{n:00}",
            Name = $"孩子{n}",
            Class = n % 2 == 0 ? "一班" : "二班",
            Boarding = n % 4 == 0 ? "Y" : "N",
            LeftBehind = n % 3 == 0 ? "both" : n % 3 == 1 ? "father" : "none",
            GuardianName = n % 12 == 0 ? null : "祖母",
            GuardianBirthYear = n % 5 == 0 ? 1950 : 1960,
            EnrolledOn = new DateOnly(2025, 9, 1),
            Helper = n % 3 == 0 ? "T01" : null,
        })],
        Marks = [new("S01", LastSignal, "absent")],
        Contacts = [.. Enumerable.Range(1, 24).Select(n => new ContactRow($"S{n:00}", LastSignal.AddDays(-n), "parent-child", "phone", 5))],
    };
}
