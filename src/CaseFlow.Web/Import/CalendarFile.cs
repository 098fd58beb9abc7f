using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>calendar.csv: the school's days; a day is known by its date.</summary>
internal sealed class CalendarFile(SchoolRoll roll) : FileImport(FileFormats.Calendar, roll)
{
    private readonly Dictionary<DateOnly, (int Line, CalendarDate Day)> rows = [];
    private bool hasTerm;
    private bool hasNote;

    protected override void Read(Row row)
    {
        (hasTerm, hasNote) = (row.Has("term"), row.Has("note"));
        var day = new CalendarDate
        {
            Date = row.RequiredDate("date"),
            Kind = row.RequiredCode("kind", CodeTables.DayKinds),
            Term = Term(row),
            Note = row.Text("note", Roll.Lengths.Of<CalendarDate>(nameof(CalendarDate.Note)), lines: true),
        };
        if (row.IsBad)
            return;
        if (rows.TryGetValue(day.Date, out var before) && !Same(before.Day, day))
            row.Refuse("date", CellReasons.SameKeyTwice(before.Line));
        rows.TryAdd(day.Date, (row.Line, day));
        var term = hasTerm ? day.Term : Roll.Days.GetValueOrDefault(day.Date)?.Term;
        Roll.Days[day.Date] = new(day.Date, day.Kind, term);
    }

    public override async Task Write(Writing writing)
    {
        var onFile = await writing.Db.CalendarDates.ToDictionaryAsync(d => d.Date, writing.Stop);
        foreach (var (_, day) in rows.Values)
        {
            if (!onFile.TryGetValue(day.Date, out var known))
            {
                writing.Db.CalendarDates.Add(new CalendarDate
                {
                    SchoolId = writing.Db.SchoolId, Date = day.Date, Kind = day.Kind, Term = day.Term, Note = day.Note,
                });
                writing.CountAdded(() => Say(day));
                continue;
            }

            var (term, note) = (hasTerm ? day.Term : known.Term, hasNote ? day.Note : known.Note);
            if ((known.Kind, known.Term, known.Note) == (day.Kind, term, note))
            {
                writing.Unchanged++;
                continue;
            }

            (known.Kind, known.Term, known.Note) = (day.Kind, term, note);
            writing.CountChanged(() => Say(known));
        }

        await writing.SaveChanged();
    }

    private static string? Term(Row row)
    {
        if (row["term"] is not { Length: > 0 } text)
            return null;
        var (term, wrong) = CellText.Term(text);
        if (wrong is not null)
            row.Refuse("term", wrong);
        return term;
    }

    private static bool Same(CalendarDate a, CalendarDate b) => (a.Kind, a.Term, a.Note) == (b.Kind, b.Term, b.Note);

    private static Words Say(CalendarDate day) => Both($"{day.Date:yyyy-MM-dd} {CodeTables.DayKinds.CodeOf(day.Kind)} {day.Term} {day.Note}".TrimEnd());

    private static Words Both(string words) => new(words, words);
}
