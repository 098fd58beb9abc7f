using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>A contact as a row gives it.</summary>
internal sealed record ContactSaid(ContactBetween Between, string? By, int? Minutes);

/// <summary>contacts.csv: a contact is known by its whole row and its place among equal rows.</summary>
internal sealed class ContactsFile(SchoolRoll roll) : SignalFile<ContactSaid>(FileFormats.Contacts, roll)
{
    private const int MinutesOfADay = 24 * 60;

    protected override ContactSaid ReadWhat(Row row, DateOnly date) => new(
        row.RequiredCode("between", CodeTables.Between),
        row.Code("by", CodeTables.Ways),
        row.Whole("minutes", 0, MinutesOfADay));

    protected override async Task WriteChunk(SignalChunk<ContactSaid> chunk, Writing writing)
    {
        var onFile = await writing.Db.Contacts.AsNoTracking().IgnoreQueryFilters([CaseFlowDb.NotWithdrawn]) // a row that was withdrawn is on file all the same
            .Where(c => chunk.OnFile.Contains(c.ChildId) && c.Date >= chunk.From && c.Date <= chunk.To)
            .Select(c => new { c.ChildId, c.Date, c.Between, c.By, c.Minutes })
            .ToListAsync(writing.Stop);
        var left = new EqualRows<(ChildId, DateOnly, ContactSaid)>(
            onFile.Select(c => (c.ChildId, c.Date, new ContactSaid(c.Between, c.By, c.Minutes))));
        List<Contact> signals = [];
        foreach (var row in chunk.Rows)
        {
            if (left.Take((row.Student.Id, row.Date, row.What)))
            {
                writing.Unchanged++;
                continue;
            }

            await writing.Record(signals, new Contact
            {
                Id = writing.NewId(),
                SchoolId = writing.Db.SchoolId,
                ChildId = row.Student.Id,
                Date = row.Date,
                Between = row.What.Between,
                By = row.What.By,
                Minutes = row.What.Minutes,
                RecordedNo = await writing.RecordedNo(),
                RecordedAt = writing.Now,
            });
            var words = $"{row.Student.No} {row.Date:yyyy-MM-dd} {CodeTables.Between.CodeOf(row.What.Between)} {row.What.By}".TrimEnd();
            writing.CountAdded(() => new(words, words));
        }

        await writing.Send(signals);
    }
}
