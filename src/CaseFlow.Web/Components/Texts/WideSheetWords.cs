using CaseFlow.Engine;
using CaseFlow.Web.Import.WideSheets;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Saying what the parts of a grade sheet or register are.</summary>
public static class WideSheetWords
{
    public static readonly Words Sheets = new("成绩表和考勤表", "Grade sheets and registers");
    public static readonly Words Kind = new("种类", "Kind");
    public static readonly Words State = new("状态", "State");
    public static readonly Words Ready = new("可以读取", "read");
    public static readonly Words Waits = new("待确认", "to be confirmed");
    public static readonly Words WaitsFirst = new("请先确认上面的表格。", "Confirm the sheets above first.");
    public static readonly Words NotWritten = new("待确认的表格不会一起写入，以后要重新上传。", "The sheets to be confirmed are not written along, and would have to be chosen again.");
    public static readonly Words Title = new("这张表里各列是什么", "What the columns of this sheet are");
    public static readonly Words Lead = new("请核对下面的识别结果。确认后会记住，下次同样的表不再询问。", "Check what was recognised. It is remembered: the next sheet like this one is not asked about.");
    public static readonly Words Missing = new("还缺少：", "Still missing:");
    public static readonly Words Class = new("班级", "Class");
    public static readonly Words ClassHint = new("表中有班级列，或者有学号时可以不选。", "Not needed where a column names the class, or where there are student numbers.");
    public static readonly Words Exam = new("考试名称", "Name of the exam");
    public static readonly Words ExamHint = new("各班同一次考试要用同一个名称。", "One name for one exam in all classes.");
    public static readonly Words ExamDate = new("考试日期", "Date of the exam");
    public static readonly Words Month = new("月份", "Month");
    public static readonly Words MonthHint = new("写成 2026-09", "Written as 2026-09");
    public static readonly Words Columns = new("列", "Columns");
    public static readonly Words Header = new("表头", "Heading");
    public static readonly Words Sample = new("例如", "For example");
    public static readonly Words Use = new("是什么", "What it is");
    public static readonly Words Subject = new("科目", "Subject");
    public static readonly Words FullScore = new("满分", "Full score");
    public static readonly Words Days = new("日期列：{0} 至 {1}，共 {2} 列。", "Columns of days: {0} to {1}, {2} in all.");
    public static readonly Words PartsOfDays = new(
        "表中一天有几列（如上午、下午）：每名学生一天只记一个，取其中最重的，依次为旷课、请假、迟到、早退、出勤；空白算出勤。",
        "The sheet has several columns for a day (such as morning and afternoon). One mark a pupil and day is recorded, the most serious of them: absent, excused, late, left early, present, in this order; an empty cell counts as present.");

    public static readonly Words Marks = new("符号", "Marks");
    public static readonly Words MarksHint = new("空白表示出勤。出勤不作记录，也不会更正以前记下的缺勤。", "An empty cell means present. Presence is not recorded, and does not correct an absence on record.");
    public static readonly Words Mark = new("符号", "Mark");
    public static readonly Words Meaning = new("含义", "Meaning");
    public static readonly Words Pupils = new("共 {0} 名学生。", "{0} pupils.");
    public static readonly Words Confirm = new("确认并查看变化", "Confirm and see what would change");
    public static readonly Words Back = new("返回", "Back");

    public static Words Of(SheetKind kind) => kind == SheetKind.Grades ? new("成绩表", "grade sheet") : new("考勤表", "register");

    public static Words Of(ColumnUse use) => use switch
    {
        ColumnUse.StudentNo => new("学号", "student number"),
        ColumnUse.Name => new("姓名", "name"),
        ColumnUse.Class => new("班级", "class"),
        ColumnUse.Subject => new("科目", "subject"),
        ColumnUse.Total => new("总分（核对）", "total (checked)"),
        ColumnUse.Rank => new("班级名次", "place in the class"),
        _ => new("不导入", "left out"),
    };

    public static Words Of(MarkMeaning meaning) => meaning switch
    {
        MarkMeaning.Absent => new("旷课", "absent"),
        MarkMeaning.Excused => new("请假", "excused"),
        MarkMeaning.Late => new("迟到", "late"),
        MarkMeaning.Early => new("早退", "left early"),
        _ => new("出勤", "present"),
    };
}
