using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>classes.csv: a class is known by its name.</summary>
internal sealed class ClassesFile(SchoolRoll roll) : FileImport(FileFormats.Classes, roll)
{
    private readonly Dictionary<string, ClassRow> rows = [];
    private bool hasGrade;
    private bool hasTeacher;
    private string teacherHeader = "";

    private sealed record ClassRow(int Line, KnownClass Class, string? Grade, string TeacherCell);

    protected override void Read(Row row)
    {
        (hasGrade, hasTeacher, teacherHeader) = (row.Has("grade"), row.Has("class_teacher"), row.HeaderOf("class_teacher"));
        var name = row.RequiredText("class", Roll.Lengths.Of<ClassRoom>(nameof(ClassRoom.Name)));
        var grade = row.Text("grade", Roll.Lengths.Of<ClassRoom>(nameof(ClassRoom.Grade)));
        row.Text("class_teacher", Roll.Lengths.Of<StaffMember>(nameof(StaffMember.Name)));
        if (name.Length == 0)
            return;
        var key = Folded.Key(name);
        if (!Roll.Classes.TryGetValue(key, out var known))
            Roll.Classes[key] = known = new KnownClass(new(Roll.NewId()), name, Format.File);
        var read = new ClassRow(row.Line, known, grade, row["class_teacher"]);
        if (!rows.TryAdd(key, read) && rows[key] with { Line = row.Line } != read)
            row.Refuse("class", CellReasons.SameKeyTwice(rows[key].Line));
    }

    public override void Resolve()
    {
        foreach (var row in rows.Values.Where(r => r.TeacherCell.Length > 0))
        {
            row.Class.TeacherByClasses = StaffOf(row.TeacherCell, out var wrong);
            if (wrong is not null)
                Problems.Add(row.Line, teacherHeader, row.TeacherCell, wrong);
        }
    }

    public override async Task Write(Writing writing)
    {
        var onFile = await writing.Db.Classes.ToDictionaryAsync(c => c.Id, writing.Stop);
        foreach (var row in rows.Values)
        {
            var byStaff = writing.Accepts(FileFormats.Staff) ? row.Class.TeacherByStaff?.Id : null;
            if (!onFile.TryGetValue(row.Class.Id, out var known))
            {
                writing.Db.Classes.Add(new ClassRoom
                {
                    Id = row.Class.Id,
                    SchoolId = writing.Db.SchoolId,
                    Name = row.Class.Name,
                    Grade = row.Grade,
                    ClassTeacherId = row.Class.TeacherByClasses?.Id ?? byStaff,
                });
                writing.CountAdded(() => new($"新增班级 {row.Class.Name}", $"new class {row.Class.Name}"));
                continue;
            }

            // Where the cell is empty and staff.csv says who it is, staff.csv has written it already.
            var teacher = hasTeacher && byStaff is null ? row.Class.TeacherByClasses?.Id : known.ClassTeacherId;
            var grade = hasGrade ? row.Grade : known.Grade;
            if ((known.Grade, known.ClassTeacherId) == (grade, teacher))
            {
                writing.Unchanged++;
                continue;
            }

            (known.Grade, known.ClassTeacherId) = (grade, teacher);
            writing.CountChanged(() => Say(known));
        }

        await writing.SaveChanged();
    }

    private Words Say(ClassRoom room)
    {
        var teacher = Roll.StaffNo(room.ClassTeacherId) ?? "-";
        return new($"班级 {room.Name}：年级 {room.Grade}，班主任 {teacher}", $"class {room.Name}: grade {room.Grade}, class teacher {teacher}");
    }
}
