using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>students.csv: a child is known by number; what changes in a dossier goes into its history.</summary>
internal sealed class StudentsFile(SchoolRoll roll) : FileImport(FileFormats.Students, roll)
{
    /// <summary>How many children are compared at once.</summary>
    private const int Chunk = 500;

    private readonly Dictionary<string, StudentRow> rows = [];
    private string buddyHeader = "";

    private sealed record StudentRow(int Line, KnownStudent Student, KnownClass? Class, List<(StudentField Field, object? Value)> Fields, string Buddy)
    {
        public bool SaysTheSameAs(StudentRow other) => Fields.SequenceEqual(other.Fields) && Buddy == other.Buddy;
    }

    protected override void Read(Row row)
    {
        buddyHeader = row.HeaderOf("buddy");
        var no = row.RequiredText("student_no", Roll.Lengths.Of<Child>(nameof(Child.StudentNo)));
        var fields = StudentFields.All.Where(f => row.Has(f.Column)).Select(f => (f, f.Read(row, Roll))).ToList();
        var room = Class(row);
        fields.Add((StudentFields.Class, room?.Id));
        if (row.Has("helper"))
            fields.Add((StudentFields.Helper, HelperOf(row)));
        if (row.Has("buddy") && row["buddy"].Length == 0)
            fields.Add((StudentFields.Buddy, null));
        if (no.Length == 0)
            return;

        var key = Folded.Key(no);
        if (!Roll.Students.TryGetValue(key, out var student))
            Roll.Students[key] = student = new KnownStudent(new(Roll.NewId()), no, Format.File);
        Roll.Named[key] = new(row["name"], room?.Id);
        CheckDates(row, student, fields);
        var read = new StudentRow(row.Line, student, room, fields, row["buddy"]);
        if (!rows.TryAdd(key, read) && !read.SaysTheSameAs(rows[key]))
            row.Refuse("student_no", CellReasons.SameKeyTwice(rows[key].Line));
    }

    /// <summary>Buddies may stand further down in the file.</summary>
    public override void Resolve()
    {
        foreach (var row in rows.Values.Where(r => r.Buddy.Length > 0))
        {
            var buddy = StudentOf(row.Buddy);
            if (buddy == row.Student)
                Problems.Add(row.Line, buddyHeader, row.Buddy, CellReasons.OwnBuddy);
            else if (buddy is null && !Roll.Incomplete.Contains(Format.File))
                Problems.Add(row.Line, buddyHeader, row.Buddy, CellReasons.UnknownStudent);
            else
                row.Fields.Add((StudentFields.Buddy, buddy?.Id));
        }
    }

    public override async Task Write(Writing writing)
    {
        foreach (var chunk in rows.Values.Chunk(Chunk))
        {
            var ids = chunk.Where(r => r.Student.NamedBy is null).Select(r => r.Student.Id).ToList();
            var onFile = await writing.Db.Children.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, writing.Stop);
            foreach (var row in chunk)
            {
                if (row.Class is not null)
                    writing.NewClass(row.Class);
                if (onFile.TryGetValue(row.Student.Id, out var child))
                    Update(child, row, writing);
                else
                    Add(row, writing);
            }

            await writing.SaveChanged();
        }
    }

    private StaffId? HelperOf(Row row)
    {
        if (row["helper"].Length == 0)
            return null;
        var helper = StaffOf(row["helper"], out var wrong);
        if (wrong is not null)
            row.Refuse("helper", wrong);
        return helper?.Id;
    }

    /// <summary>Compares with the date on file where the file lacks one of the two columns.</summary>
    private static void CheckDates(Row row, KnownStudent student, List<(StudentField Field, object? Value)> fields)
    {
        var enrolled = row.Has("enrolled_on") ? Value("enrolled_on") : student.EnrolledOn;
        var left = row.Has("left_on") ? Value("left_on") : student.LeftOn;
        if (left < enrolled)
            row.Refuse(row.Has("left_on") ? "left_on" : "enrolled_on", CellReasons.LeftBeforeEnrolled(enrolled.Value));

        DateOnly? Value(string column) => (DateOnly?)fields.Find(f => f.Field.Column == column).Value;
    }

    private static void Add(StudentRow row, Writing writing)
    {
        var child = new Child { Id = row.Student.Id, SchoolId = writing.Db.SchoolId, StudentNo = row.Student.No, Name = "" };
        foreach (var (field, value) in row.Fields)
            field.Set(child, value);
        writing.Db.Children.Add(child);
        writing.CountAdded(() => new($"新增学生 {child.StudentNo} {child.Name}", $"new student {child.StudentNo} {child.Name}"));
    }

    private void Update(Child child, StudentRow row, Writing writing)
    {
        List<Words> changes = [];
        foreach (var (field, value) in row.Fields)
        {
            var before = Said(field, child);
            field.Set(child, value);
            var after = Said(field, child);
            if (before == after)
                continue;
            var column = Format.Columns.First(c => c.Name == field.Column);
            changes.Add(new($"{column.Aliases[0]}：{before ?? "-"} → {after ?? "-"}", $"{column.Name}: {before ?? "-"} -> {after ?? "-"}"));
            writing.Db.DossierChanges.Add(new DossierChange
            {
                Id = writing.NewId(),
                SchoolId = writing.Db.SchoolId,
                ChildId = child.Id,
                Field = field.Column,
                Before = before,
                After = after,
                RecordedAt = writing.Now,
            });
        }

        if (changes.Count == 0)
            writing.Unchanged++;
        else
            writing.CountChanged(() => new($"学生 {child.StudentNo}：{string.Join("；", changes.Select(c => c.Zh))}", $"student {child.StudentNo}: {string.Join("; ", changes.Select(c => c.En))}"));
    }

    private string? Said(StudentField field, Child child) => field.Say(child, Roll) is { Length: > 0 } words ? words : null;
}
