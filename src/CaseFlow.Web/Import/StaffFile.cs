using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>staff.csv: a member of staff is known by number; a class teacher's class gets its teacher from here.</summary>
internal sealed class StaffFile(SchoolRoll roll) : FileImport(FileFormats.Staff, roll)
{
    private readonly Dictionary<string, StaffRow> rows = [];
    private string classHeader = "";

    private sealed record StaffRow(int Line, KnownStaff Staff, string Roles, KnownClass? Class)
    {
        public bool IsClassTeacher => Class is not null && Roles.Split(';').Contains(Engine.Children.Roles.ClassTeacher);
    }

    protected override void Read(Row row)
    {
        classHeader = row.HeaderOf("class");
        var no = row.RequiredText("staff_no", Roll.Lengths.Of<StaffMember>(nameof(StaffMember.StaffNo)));
        var name = row.RequiredText("name", Roll.Lengths.Of<StaffMember>(nameof(StaffMember.Name)));
        var roles = row.IsFilled("roles") ? row.Codes("roles", CodeTables.StaffRoles) : [];
        var room = row["class"].Length > 0 ? Class(row) : null;
        if (no.Length == 0)
            return;
        var key = Folded.Key(no);
        var known = Roll.Staff.GetValueOrDefault(key);
        var staff = new KnownStaff(known?.Id ?? new(Roll.NewId()), known?.No ?? no, name, known is null ? Format.File : known.NamedBy);
        var read = new StaffRow(row.Line, staff, string.Join(';', roles), room);
        if (!rows.TryAdd(key, read) && rows[key] with { Line = row.Line } != read)
            row.Refuse("staff_no", CellReasons.SameKeyTwice(rows[key].Line));
        Roll.Staff[key] = staff;
    }

    /// <summary>Who is the teacher of each class that staff.csv gives one: never against classes.csv.</summary>
    public override void Resolve()
    {
        foreach (var group in rows.Values.Where(r => r.IsClassTeacher).GroupBy(r => r.Class!))
        {
            var (room, candidates) = (group.Key, group.ToList());
            if (room.TeacherByClasses is { } said)
            {
                foreach (var row in candidates.Where(_ => candidates.TrueForAll(c => c.Staff.Id != said.Id)))
                    Problems.Add(row.Line, classHeader, room.Name, CellReasons.OtherClassTeacher(said.No));
                continue;
            }

            var teacher = candidates.Find(c => c.Staff.Id == room.TeacherOnFile) ?? (candidates.Count == 1 ? candidates[0] : null);
            if (teacher is null)
                Problems.Add(candidates[^1].Line, classHeader, room.Name, CellReasons.SeveralClassTeachers(string.Join(", ", candidates.Select(c => c.Staff.No))));
            room.TeacherByStaff = teacher?.Staff;
        }
    }

    public override async Task Write(Writing writing)
    {
        var onFile = await writing.Db.Staff.ToDictionaryAsync(s => s.Id, writing.Stop);
        var rooms = await writing.Db.Classes.ToDictionaryAsync(c => c.Id, writing.Stop);
        foreach (var row in rows.Values)
        {
            var taughtBefore = row.Class is null || BecomesTeacher(row, rooms, writing) is false;
            List<string> roles = [.. row.Roles.Split(';')];
            if (!onFile.TryGetValue(row.Staff.Id, out var known))
            {
                writing.Db.Staff.Add(new StaffMember
                {
                    Id = row.Staff.Id, SchoolId = writing.Db.SchoolId, StaffNo = row.Staff.No, Name = row.Staff.Name, Roles = roles,
                });
                writing.CountAdded(() => new($"新增教职工 {Say(row)}", $"new member of staff {Say(row)}"));
            }
            else if (known.Name == row.Staff.Name && known.Roles.SequenceEqual(roles) && taughtBefore)
            {
                writing.Unchanged++;
            }
            else
            {
                (known.Name, known.Roles) = (row.Staff.Name, roles);
                writing.CountChanged(() => new($"教职工 {Say(row)}", $"member of staff {Say(row)}"));
            }
        }

        await writing.SaveChanged();
    }

    /// <summary>Sets the teacher of the row's class where that is on file by now; a new class of classes.csv brings its teacher along.</summary>
    private static bool BecomesTeacher(StaffRow row, Dictionary<ClassId, ClassRoom> rooms, Writing writing)
    {
        if (!rooms.TryGetValue(row.Class!.Id, out var room) && writing.NewClass(row.Class) is { } made)
            rooms[row.Class.Id] = room = made;
        if (room is null || row.Class.TeacherByStaff?.Id != row.Staff.Id || room.ClassTeacherId == row.Staff.Id)
            return false;
        room.ClassTeacherId = row.Staff.Id;
        return true;
    }

    private static string Say(StaffRow row) => $"{row.Staff.No} {row.Staff.Name} ({row.Roles}{(row.Class is null ? "" : $", {row.Class.Name}")})";
}
