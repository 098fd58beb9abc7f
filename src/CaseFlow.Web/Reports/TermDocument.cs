using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CaseFlow.Web.Reports;

/// <summary>The term report as a Word document, in the language of the thread.</summary>
public static class TermDocument
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>In half points.</summary>
    private const string TitleSize = "36";
    private const string HeadingSize = "26";

    /// <summary>Writes the document.</summary>
    /// <param name="to">A stream that can be read and set back, such as memory or a file.</param>
    public static void Write(TermReport report, Stream to)
    {
        using var document = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var body = new Body(
            Line($"{report.School} · {TermWords.Print} {report.Term.Name}", TitleSize),
            Line($"{Say.Date(report.Term.From)} – {Say.Date(report.Term.To)}（{TermWords.MadeOn.With(Say.Date(report.MadeOn))}）"));
        if (report.ForOffice)
            body.Append(Line(TermWords.ForOffice.With(SmallNumbers.Smallest)));
        body.Append(Line(TermWords.Numbers.ToString(), HeadingSize));
        body.Append(Grid(
            [$"{TermWords.Figure}", $"{TermWords.ThisTerm}", $"{TermWords.TermBefore}"],
            report.Figures.Select(f => new[] { f.Figure.Words.ToString(), report.Show(f.Count), report.Show(f.Before) })));
        body.Append(Line(TermWords.ByRule.ToString(), HeadingSize));
        body.Append(Grid([$"{RuleWords.Rule}", $"{TermWords.Flags}"], report.ByRule.Select(r => new[] { r.Title.ToString(), report.Show(r.Count) })));
        body.Append(Line(TermWords.Coverage.ToString(), HeadingSize));
        body.Append(Grid(
            [$"{ChildWords.Class}", .. report.Term.Months.Select(TermWords.Month)],
            report.Coverage.GroupBy(c => c.Class.Id).Select(c => c.Select(report.Show).Prepend(TermWords.Class(c.First().Class)).ToArray())));
        body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134 }));
        main.Document = new Document(body);
    }

    private static Paragraph Line(string text, string? size = null)
    {
        var run = new Run();
        if (size is not null)
            run.Append(new RunProperties(new Bold(), new FontSize { Val = size }));
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = size is null ? "0" : "200", After = "80" }), run);
    }

    private static Table Grid(string[] heads, IEnumerable<string[]> rows)
    {
        var table = new Table(new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>())));
        table.Append(new TableGrid(heads.Select(_ => new GridColumn())));
        table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. heads.Select(h => Cell(h, bold: true))]));
        foreach (var row in rows)
            table.Append(new TableRow(row.Select(c => Cell(c, bold: false))));
        return table;
    }

    private static TableCell Cell(string text, bool bold)
    {
        var run = new Run();
        if (bold)
            run.Append(new RunProperties(new Bold()));
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return new TableCell(new Paragraph(run));
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "A0A8A5" };
}
