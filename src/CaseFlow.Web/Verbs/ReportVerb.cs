using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Web.Reports;

namespace CaseFlow.Web.Verbs;

/// <summary><c>report term</c>: the numbers of a term as a Word document.</summary>
internal static class ReportVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var to = new Option<FileInfo?>("--out") { Description = "The file to write; term-NAME.docx where you stand without it." };
        var name = new Option<string?>("--term") { Description = "The term, for example 2025-2026-2; the current one without it." };
        var office = new Option<bool>("--for-office") { Description = "For the education office: numbers below 5 are left out." };
        var language = new Option<string>("--language") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        var term = new Command("term", "Writes the report of a term as .docx: totals, no child's name.") { to, name, office, language };
        frame.Action(term, async (parsed, services, output, cancel) =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(parsed.GetValue(language) == "en" ? "en" : "zh-CN");
            var runtime = services.GetRequiredService<CareRuntime>();
            using var db = runtime.Open();
            if (await TermReport.MakeAsync(runtime, db, parsed.GetValue(name), parsed.GetValue(office), cancel) is not { } report)
            {
                output.Say(parsed.GetValue(name) is { } wanted
                    ? $"There is no term {wanted}, or it has not begun."
                    : "There is no term: the calendar has not begun. Import calendar.csv.");
                return 1;
            }

            var file = parsed.GetValue(to) ?? new FileInfo($"term-{report.Term.Name}.docx");
            try
            {
                using var stream = file.Open(FileMode.Create, FileAccess.ReadWrite);
                TermDocument.Write(report, stream);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                output.Say($"{file.FullName} cannot be written: {e.Message}");
                return 1;
            }

            output.Result(Document(report, file), Lines(report, file));
            return 0;
        });
        add(new Command("report", "Writes reports.") { term });
    }

    private static object Document(TermReport report, FileInfo file) => new
    {
        file = file.FullName,
        term = report.Term.Name,
        report.Term.From,
        report.Term.To,
        figures = report.Figures.Select(f => new { id = f.Figure.Id, count = report.Show(f.Count), before = f.Before is null ? null : report.Show(f.Before) }),
        byRule = report.ByRule.Select(r => new { r.Rule, count = report.Show(r.Count) }),
        coverage = report.Coverage.Select(c => new { @class = c.Class.Name, month = TermFigures.MonthText(c.Month), reached = report.Show(c) }),
    };

    private static IEnumerable<string> Lines(TermReport report, FileInfo file) =>
    [
        $"{report.School}, {report.Term.Name}: {report.Term.From:yyyy-MM-dd} to {report.Term.To:yyyy-MM-dd}",
        .. report.Figures.Select(f => $"  {f.Figure.Id,-22} {report.Show(f.Count),8}{(f.Before is null ? "" : $"  (before: {report.Show(f.Before)})")}"),
        $"Written: {file.FullName}",
    ];
}
