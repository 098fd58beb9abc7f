using System.Globalization;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>A result as a row gives it; name and subject are compared without case and width.</summary>
internal sealed record ExamSaid(
    string SchoolYear, string Exam, string Subject, string Key, decimal Score, decimal FullScore, int? Rank, int? GroupSize);

/// <summary>exams.csv: a result is known by student, exam and subject within the school year; corrections stay on record.</summary>
internal sealed class ExamsFile(SchoolRoll roll, string? name = null) : SignalFile<ExamSaid>(FileFormats.Exams, roll, name)
{
    private readonly Dictionary<DateOnly, string> years = [];
    private bool hasRank;
    private bool hasGroupSize;

    protected override bool IsKnownByKey => true;

    protected override ExamSaid ReadWhat(Row row, DateOnly date)
    {
        (hasRank, hasGroupSize) = (row.Has("rank"), row.Has("group_size"));
        // The calendar says which school year a date belongs to.
        if (Roll.Given.Contains(FileFormats.Calendar.File))
            NeedsFile(FileFormats.Calendar.File);
        var exam = row.RequiredText("exam", Roll.Lengths.Of<ExamResult>(nameof(ExamResult.Exam)));
        var subject = row.RequiredText("subject", Roll.Lengths.Of<ExamResult>(nameof(ExamResult.Subject)));
        if (CodeTables.Subjects.TryRead(subject, out var coded))
            subject = coded;
        var (score, full) = (row.RequiredScore("score"), row.RequiredScore("full_score"));
        CheckScores(row, score, full);
        var (rank, size) = (row.Whole("rank", 1, int.MaxValue), row.Whole("group_size", 1, int.MaxValue));
        if (rank > size)
            row.Refuse("rank", CellReasons.RankAboveGroup(size.Value));
        return new(YearOf(date), exam, subject, $"{Folded.Key(exam)}\n{Folded.Key(subject)}", score, full, rank, size);
    }

    protected override int CompareKeys(SignalRow<ExamSaid> a, SignalRow<ExamSaid> b)
    {
        var order = string.CompareOrdinal(a.What.SchoolYear, b.What.SchoolYear);
        return order == 0 ? string.CompareOrdinal(a.What.Key, b.What.Key) : order;
    }

    protected override bool SaysTheSame(SignalRow<ExamSaid> a, SignalRow<ExamSaid> b) => a.Date == b.Date && a.What.Equals(b.What);

    protected override async Task WriteChunk(SignalChunk<ExamSaid> chunk, Writing writing)
    {
        var schoolYears = chunk.Rows.Select(r => r.What.SchoolYear).Distinct().ToList();
        var results = await writing.Db.ExamResults.AsNoTracking()
            .Where(e => chunk.OnFile.Contains(e.ChildId) && e.IsCurrent && schoolYears.Contains(e.SchoolYear))
            .ToListAsync(writing.Stop);
        var onFile = results.ToDictionary(e => (e.ChildId, e.SchoolYear, $"{Folded.Key(e.Exam)}\n{Folded.Key(e.Subject)}"));
        List<ExamResult> signals = [];
        foreach (var row in chunk.Rows)
        {
            var known = onFile.GetValueOrDefault((row.Student.Id, row.What.SchoolYear, row.What.Key));
            var (rank, size) = (hasRank ? row.What.Rank : known?.Rank, hasGroupSize ? row.What.GroupSize : known?.GroupSize);
            if (known is not null && (known.Date, known.Score, known.FullScore, known.Rank, known.GroupSize) == (row.Date, row.What.Score, row.What.FullScore, rank, size))
            {
                writing.Unchanged++;
                continue;
            }

            var now = await New(row, known, (rank, size), writing);
            if (known is null)
            {
                writing.CountAdded(() => new(Say(row, now), Say(row, now)));
            }
            else
            {
                NoLongerCurrent(known, writing);
                writing.CountChanged(() => new($"更正 {Say(row, now)}（原 {Score(known)}）", $"corrected {Say(row, now)} (before {Score(known)})"));
            }

            await writing.Record(signals, now);
        }

        await writing.Send(signals);
    }

    private string YearOf(DateOnly date)
    {
        if (!years.TryGetValue(date, out var year))
            years[date] = year = date == default ? "" : Roll.Calendar.SchoolYearOf(date);
        return year;
    }

    private static void CheckScores(Row row, decimal score, decimal full)
    {
        if (row["full_score"].Length > 0 && full == 0 && CellText.Score(row["full_score"]).Wrong is null)
            row.Refuse("full_score", CellReasons.FullScoreNotAboveZero);
        else if (full > 0 && score > full)
            row.Refuse("score", CellReasons.ScoreAboveFull(full.ToString(CultureInfo.InvariantCulture)));
    }

    private static void NoLongerCurrent(ExamResult known, Writing writing)
    {
        var entry = writing.Db.Attach(known);
        entry.Entity.IsCurrent = false;
        entry.Property(e => e.IsCurrent).IsModified = true;
    }

    private static async Task<ExamResult> New(SignalRow<ExamSaid> row, ExamResult? known, (int? Rank, int? Size) place, Writing writing) => new()
    {
        SchoolId = writing.Db.SchoolId,
        ChildId = row.Student.Id,
        SchoolYear = row.What.SchoolYear,
        Exam = known?.Exam ?? row.What.Exam,
        Subject = known?.Subject ?? row.What.Subject,
        Revision = (known?.Revision ?? 0) + 1,
        Date = row.Date,
        Score = row.What.Score,
        FullScore = row.What.FullScore,
        Rank = place.Rank,
        GroupSize = place.Size,
        IsCurrent = true,
        RecordedNo = await writing.RecordedNo(),
        RecordedAt = writing.Now,
    };

    private static string Say(SignalRow<ExamSaid> row, ExamResult result) =>
        $"{row.Student.No} {result.Exam} {result.Subject} {Score(result)}";

    private static string Score(ExamResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Date:yyyy-MM-dd} {result.Score:0.##}/{result.FullScore:0.##}{(result.Rank is null ? "" : $" #{result.Rank}/{result.GroupSize}")}");
}
