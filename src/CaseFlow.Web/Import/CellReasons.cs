using CaseFlow.Engine;

namespace CaseFlow.Web.Import;

/// <summary>What can be wrong with a cell or a row.</summary>
internal static class CellReasons
{
    public static Words Empty => new("不能为空", "must not be empty");

    public static Words TooLong(int length, int most) =>
        new($"太长：{length} 个字符，最多 {most} 个", $"too long: {length} characters, at most {most}");

    public static Words ControlCharacter(char c) =>
        new($"含有控制字符 U+{(int)c:X4}", $"there is a control character in it, U+{(int)c:X4}");

    public static Words NoDate => new(
        "不是日期；请写成 2026-03-02、2026/3/2 或 2026年3月2日", "no date; write 2026-03-02, 2026/3/2 or 2026年3月2日");

    public static Words ImpossibleDate => new("没有这一天", "there is no such day");

    public static Words YearOutOfRange => new("年份不在 1900 到 2100 之间", "the year is not between 1900 and 2100");

    public static Words NoCode(string known) => new($"不认识这个值；可用的值：{known}", $"no known value; there are: {known}");

    public static Words NoWholeNumber => new("不是整数", "no whole number");

    public static Words NoNumber => new("不是数字", "no number");

    public static Words OutOfRange(int least, int most) =>
        new($"不在 {least} 到 {most} 之间", $"not between {least} and {most}");

    public static Words TooManyDecimals => new("小数最多两位", "at most two decimals");

    public static Words TooLarge => new("不能大于 9999999.99", "not above 9999999.99");

    public static Words BelowZero => new("不能小于 0", "not below 0");

    public static Words FullScoreNotAboveZero => new("满分必须大于 0", "the full score must be above 0");

    public static Words ScoreAboveFull(string full) => new($"高于满分 {full}", $"above the full score of {full}");

    public static Words RankAboveGroup(int size) => new($"名次大于人数 {size}", $"above the group size of {size}");

    public static Words NoTerm => new(
        "不是学期；请写成 2025-2026-1（秋季学期）或 2025-2026-2（春季学期）",
        "no term; write 2025-2026-1 (autumn) or 2025-2026-2 (spring)");

    public static Words TermYears => new("学期的两个年份必须相连", "the two years of a term must follow each other");

    public static Words UnknownStudent => new("没有这个学号的学生", "there is no student of this number");

    public static Words UnknownStaff => new("没有这个工号或姓名的教职工", "there is no member of staff of this number or name");

    public static Words AmbiguousStaff(string numbers) => new(
        $"有几位教职工叫这个名字（工号 {numbers}），请写工号", $"several members of staff have this name ({numbers}): write the number");

    public static Words UnknownClass => new("没有这个班级：classes.csv 和系统中都没有", "there is no such class, neither in classes.csv nor on file");

    public static Words OwnBuddy => new("伙伴不能是本人", "nobody is their own buddy");

    public static Words LeftBeforeEnrolled(DateOnly enrolled) =>
        new($"离校日期早于入学日期 {enrolled:yyyy-MM-dd}", $"left before the day of enrolment, {enrolled:yyyy-MM-dd}");

    public static Words SameKeyTwice(int line) => new(
        $"与第 {line} 行说的是同一条记录，但内容不同", $"says something else of the same record than line {line}");

    public static Words OtherClassTeacher(string teacher) => new(
        $"classes.csv 说这个班的班主任是 {teacher}", $"classes.csv says that the class teacher is {teacher}");

    public static Words SeveralClassTeachers(string numbers) => new(
        $"有几位教职工是这个班的班主任（工号 {numbers}）；请在 classes.csv 的班主任一列写明是谁",
        $"several members of staff are class teacher of it ({numbers}): name the one in the column class_teacher of classes.csv");
}
