using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Definitions;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary>The verbs of the program. Exit codes: 0 done, 1 the work or its input was found wrong, 2 called wrongly.</summary>
public static partial class CommandLine
{
    /// <summary>Runs a verb; without one, serves.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter standard, TextWriter error)
    {
        // Settings may stand on the command line as everywhere in ASP.NET Core; everything else is a verb and its options.
        var settings = args.Where(a => Setting().IsMatch(a)).ToArray();
        var words = args.Where(a => !Setting().IsMatch(a)).ToArray();
        var root = Build(settings, standard, error);
        var parsed = root.Parse(words.Length == 0 ? ["serve"] : words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                await error.WriteLineAsync(problem.Message);
            await error.WriteLineAsync("Run 'caseflow --help' for the verbs and their options.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = standard, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (DefinitionException e)
        {
            foreach (var problem in e.Problems)
                await error.WriteLineAsync(problem.ToString());
            return 1;
        }
        catch (SetupException e)
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static RootCommand Build(string[] settings, TextWriter standard, TextWriter error)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document on standard output.", Recursive = true };
        var root = new RootCommand("CaseFlow: care for left-behind children, case by case. Without a verb it serves.") { json };
        Verb.Adder add = (verb) => root.Add(verb);
        var frame = new VerbFrame(settings, standard, error, json);
        ServeVerb.Add(add, frame);
        ImportVerb.Add(add, frame);
        ScreenVerb.Add(add, frame);
        WorkVerb.Add(add, frame);
        SimulateVerb.Add(add, frame);
        VerifyVerb.Add(add, frame);
        RulesVerb.Add(add, frame);
        if (Engines.Export is { } export)
            WorkflowVerb.Add(add, frame, export);
        ReportVerb.Add(add, frame);
        ClockVerb.Add(add, frame);
        MigrateVerb.Add(add, frame);
        BackupVerbs.Add(add, frame);
        GenerateVerb.Add(add, frame);
        return root;
    }

    [GeneratedRegex("^--[A-Za-z]+(:[A-Za-z0-9]+)+=|^--(urls|environment|contentRoot)=", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}

/// <summary>What every verb is given.</summary>
internal sealed class VerbFrame(string[] settings, TextWriter standard, TextWriter error, Option<bool> json)
{
    public string[] Settings => settings;

    public Output OutputFor(ParseResult parsed) => new(standard, error, parsed.GetValue(json));

    /// <summary>A verb that works on the installation's database and stops.</summary>
    public void Action(Command verb, Func<ParseResult, IServiceProvider, Output, CancellationToken, Task<int>> work) =>
        verb.SetAction(async (parsed, cancel) =>
        {
            var builder = CaseFlowHost.Builder(settings);
            builder.Logging.ClearProviders();
            await using var services = builder.Services.BuildServiceProvider();
            await CaseFlowHost.ReadyAsync(services, cancel);
            return await work(parsed, services, OutputFor(parsed), cancel);
        });
}

/// <summary>Shapes that verbs share.</summary>
internal static class Verb
{
    public delegate void Adder(Command verb);

    /// <summary><c>--as-of</c>: a date (the end of that day, all registers closed), or a date and time with offset.</summary>
    public static Option<string?> AsOf() => new("--as-of")
    {
        Description = "Another present than the clock's: 2026-03-02 (the end of that day) or 2026-03-02T10:00:00+08:00.",
        Validators =
        {
            result =>
            {
                if (result.Tokens is [{ Value: { } text }] && !TryParse(text, out _, out _))
                    result.AddError($"--as-of '{text}' is neither a date (2026-03-02) nor a date and time with offset (2026-03-02T10:00:00+08:00).");
            },
        },
    };

    public static bool TryParse(string? text, out DateOnly? day, out DateTimeOffset? instant)
    {
        (day, instant) = (null, null);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            day = date;
        else if (text?.Length > 10 && HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            instant = at.ToUniversalTime();
        return day is not null || instant is not null;
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10;
}
