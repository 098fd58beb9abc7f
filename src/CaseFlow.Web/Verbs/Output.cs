using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace CaseFlow.Web.Verbs;

/// <summary>What a verb says: one JSON document on standard output with <c>--json</c>, otherwise lines for people.</summary>
internal sealed class Output(TextWriter standard, TextWriter error, bool json)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public bool IsJson => json;

    /// <summary>The result: the document, or the lines.</summary>
    public void Result(object document, IEnumerable<string> lines)
    {
        if (json)
            standard.WriteLine(JsonSerializer.Serialize(document, Options));
        else
            Lines(lines);
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            standard.WriteLine(line);
    }

    /// <summary>Progress, warnings and errors: always on standard error.</summary>
    public void Say(string line) => error.WriteLine(line);

    /// <summary>Runs work with a progress bar where standard error is a terminal, silently otherwise.</summary>
    public async Task<T> WithProgressAsync<T>(string what, Func<IProgress<(int Done, int Of)>?, Task<T>> work)
    {
        if (System.Console.IsErrorRedirected)
            return await work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(what);
                return await work(new Bar(bar));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value)
        {
            task.MaxValue = Math.Max(1, value.Of);
            task.Value = value.Done;
        }
    }
}
