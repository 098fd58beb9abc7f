using System.CommandLine;
using System.Globalization;
using CaseFlow.Web.Demonstration;

namespace CaseFlow.Web.Verbs;

/// <summary><c>generate DIR</c>: writes the files of an invented school.</summary>
internal static class GenerateVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder for the files; made where it is missing." };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same school.", DefaultValueFactory = _ => 1 };
        var until = new Option<string?>("--until")
        {
            Description = "The last day of signals, for example 2026-03-20.",
            Validators =
            {
                result =>
                {
                    if (result.Tokens is [{ Value: { } text }] && !TryParse(text, out _))
                        result.AddError($"--until '{text}' is no date; write for example 2026-03-20.");
                },
            },
        };
        var verb = new Command("generate", "Writes the files of an invented school into DIR.") { folder, seed, until };
        verb.SetAction(parsed =>
        {
            var options = new InventedSchoolOptions { Seed = parsed.GetValue(seed) };
            if (TryParse(parsed.GetValue(until), out var day))
                options = options with { Until = day };
            var where = parsed.GetValue(folder)!;
            InventedSchool.Write(where, options);
            var files = Directory.EnumerateFiles(where, "*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
            frame.OutputFor(parsed).Result(new { folder = where, files }, files.Select(f => $"{f}"));
            return 0;
        });
        add(verb);
    }

    private static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
