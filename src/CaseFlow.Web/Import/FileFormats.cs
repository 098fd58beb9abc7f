namespace CaseFlow.Web.Import;

/// <summary>The files of an import and what their columns may be called. Published in docs/import.md.</summary>
internal static class FileFormats
{
    public static readonly FileFormat Calendar = new(
        "calendar.csv",
        Needed("date", "日期"), Needed("kind", "类型"), Optional("term", "学期"), Optional("note", "备注"));

    public static readonly FileFormat Classes = new(
        "classes.csv",
        Needed("class", "班级"), Optional("grade", "年级"), Optional("class_teacher", "班主任"));

    public static readonly FileFormat Staff = new(
        "staff.csv",
        Needed("staff_no", "工号"), Needed("name", "姓名"), Needed("roles", "角色"), Optional("class", "班级"));

    public static readonly FileFormat Students = new(
        "students.csv",
        Needed("student_no", "学号"),
        Needed("name", "姓名"),
        Needed("sex", "性别"),
        Optional("birth_date", "出生日期"),
        Needed("class", "班级"),
        Optional("boarding", "寄宿", "住宿"),
        Optional("left_behind", "留守情况", "留守"),
        Optional("guardian_name", "监护人姓名", "监护人"),
        Optional("guardian_relation", "监护人关系", "与监护人关系"),
        Optional("guardian_birth_year", "监护人出生年份"),
        Optional("guardian_phone", "监护人电话"),
        Optional("father_name", "父亲姓名"),
        Optional("father_phone", "父亲电话"),
        Optional("father_workplace", "父亲务工地"),
        Optional("mother_name", "母亲姓名"),
        Optional("mother_phone", "母亲电话"),
        Optional("mother_workplace", "母亲务工地"),
        Optional("address", "住址", "家庭住址"),
        Optional("categories", "类别"),
        Optional("enrolled_on", "入学日期"),
        Optional("left_on", "离校日期"),
        Optional("left_to", "去向"),
        Optional("helper", "帮扶人"),
        Optional("buddy", "伙伴"));

    public static readonly FileFormat Attendance = new(
        "attendance.csv",
        Needed("student_no", "学号"), Needed("date", "日期"), Needed("mark", "考勤", "出勤"));

    public static readonly FileFormat Exams = new(
        "exams.csv",
        Needed("student_no", "学号"),
        Needed("exam", "考试", "考试名称"),
        Needed("date", "日期"),
        Needed("subject", "科目"),
        Needed("score", "得分", "成绩", "分数"),
        Needed("full_score", "满分"),
        Optional("rank", "名次"),
        Optional("group_size", "人数", "总人数"));

    public static readonly FileFormat Observations = new(
        "observations.csv",
        Needed("student_no", "学号"),
        Needed("date", "日期"),
        Needed("kind", "类型"),
        Needed("severity", "程度"),
        Optional("note", "备注"),
        Optional("observer", "观察人"));

    public static readonly FileFormat Contacts = new(
        "contacts.csv",
        Needed("student_no", "学号"),
        Needed("date", "日期"),
        Needed("between", "双方", "联系双方"),
        Optional("by", "方式"),
        Optional("minutes", "分钟", "时长"));

    /// <summary>All of them; each needs at most files before it, but for classes and staff, which name each other.</summary>
    public static readonly IReadOnlyList<FileFormat> All =
        [Calendar, Classes, Staff, Students, Attendance, Exams, Observations, Contacts];

    /// <summary>What a sheet of a workbook may be called, besides the name of its file without <c>.csv</c>.</summary>
    private static readonly Dictionary<string, FileFormat> SheetNames = new()
    {
        ["校历"] = Calendar, ["班级"] = Classes, ["教职工"] = Staff, ["学生"] = Students,
        ["考勤"] = Attendance, ["成绩"] = Exams, ["观察"] = Observations, ["联系"] = Contacts,
    };

    /// <summary>The file that a sheet's name means; null where it means none.</summary>
    public static FileFormat? Named(string sheet)
    {
        var name = Folded.Width(sheet).Trim();
        return SheetNames.GetValueOrDefault(name)
            ?? All.FirstOrDefault(f => f.File.Equals(name, StringComparison.OrdinalIgnoreCase) || f.File.Equals($"{name}.csv", StringComparison.OrdinalIgnoreCase));
    }

    private static Column Needed(string name, params string[] aliases) => new(name, true, aliases);

    private static Column Optional(string name, params string[] aliases) => new(name, false, aliases);
}
