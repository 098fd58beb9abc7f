using CaseFlow.Engine;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>What is missing in a mapping, and what can be wrong with a cell of a sheet besides what can be wrong in a file.</summary>
internal static class SheetReasons
{
    public static Words NoPerson => new("请指明姓名或学号是哪一列", "say which column is the name or the student number");

    public static Words NoClass => new("没有学号，请选择班级或指明班级是哪一列", "there are no student numbers: choose the class, or say which column it is");

    public static Words NoSubject => new("请指明至少一个科目是哪一列", "say which column is a subject, at least one");

    public static Words SubjectName => new("每个科目要有名称，且不能叫“总分”", "each subject needs a name other than 'total', not too long a one");

    public static Words FullScore => new("每个科目的满分要大于 0、不超过 1000，最多两位小数", "the full score of each subject is above 0, at most 1000, with two decimals at most");

    public static Words NoExam => new("请填写考试名称", "give the name of the exam, not too long a one");

    public static Words NoDate => new("请填写考试日期", "give the date of the exam");

    public static Words NoMonth => new("请填写考勤表的月份", "give the month of the register");

    public static Words OtherColumns(int count) => new($"要逐列说明全部 {count} 列（日期列除外）", $"say of all {count} columns what they are, those of days left out");

    public static Words UseTwice(string columns) => new($"同一用途不能有两列：{columns}", $"two columns cannot be the same: {columns}");

    public static Words SubjectTwice(string subject) => new($"科目“{subject}”有两列", $"two columns are the subject {subject}");

    public static Words UnknownClass(string name) => new($"没有班级“{name}”", $"there is no class {name}");

    public static Words UnknownMarks(string marks) => new($"请说明这些符号的含义：{marks}", $"say what these marks mean: {marks}");

    public static Words NoSuchPupil(string? room) => new(
        room is null ? "没有这个姓名的学生" : $"{room}没有这个姓名的学生", room is null ? "there is no pupil of this name" : $"there is no pupil of this name in {room}");

    public static Words TwoOfOneName(string numbers) => new(
        $"有几名学生叫这个名字（学号 {numbers}）；请在表中加一列学号", $"several pupils have this name ({numbers}): add a column with student numbers");

    public static Words OtherName(string name) => new($"这个学号的学生叫{name}", $"the pupil of this number is called {name}");

    public static Words OtherTotal(string sum) => new(
        $"与各科之和 {sum} 不符；若总分另有算法，请在列的说明中把这一列设为不导入", $"the subjects add up to {sum}; where the total is made otherwise, let this column be left out");

    public static Words UnknownClassOfRow => new("没有这个班级", "there is no such class");

    public static Words InAnother(string file, int line) => new(
        $"与 {file} 第 {line} 行说的是同一条记录，但内容不同", $"says something else of the same record than line {line} of {file}");
}
