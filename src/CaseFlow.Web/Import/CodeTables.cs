using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Import;

/// <summary>The coded values of the files in English and Chinese. Published in docs/import.md.</summary>
internal static class CodeTables
{
    public static readonly CodeTable<DayKind> DayKinds = new(
        new(DayKind.School, "school", "上课"),
        new(DayKind.Holiday, "holiday", "放假"),
        new(DayKind.Exam, "exam", "考试"));

    public static readonly CodeTable<Sex> Sexes = new(
        new(Sex.Male, "M", "男", "male"),
        new(Sex.Female, "F", "女", "female"));

    public static readonly CodeTable<bool> YesOrNo = new(
        new(true, "Y", "是", "yes"),
        new(false, "N", "否", "no"));

    public static readonly CodeTable<LeftBehind> WhoIsAway = new(
        new(LeftBehind.Both, "both", "双亲外出", "父母双方", "父母都外出"),
        new(LeftBehind.Father, "father", "父亲外出", "父亲"),
        new(LeftBehind.Mother, "mother", "母亲外出", "母亲"),
        new(LeftBehind.None, "none", "无", "否"));

    public static readonly CodeTable<Mark> Marks = new(
        new(Mark.Absent, "absent", "旷课", "缺勤", "缺席"),
        new(Mark.Excused, "excused", "请假", "病假", "事假"),
        new(Mark.Late, "late", "迟到"),
        new(Mark.Early, "early", "早退"));

    public static readonly CodeTable<string> Kinds = OfCodes(
        ("low-mood", ["情绪低落"]),
        ("withdrawn", ["孤僻"]),
        ("anxious", ["焦虑"]),
        ("crying", ["哭泣"]),
        ("sleep", ["睡眠"]),
        ("appetite", ["食欲"]),
        ("quarrel", ["争吵"]),
        ("fight", ["打架"]),
        ("bullied", ["被欺负"]),
        ("bullying", ["欺负人"]),
        ("unwell", ["身体不适"]),
        ("injury", ["受伤"]),
        ("truancy", ["逃学"]),
        ("night-missing", ["夜不归宿"]),
        ("internet-cafe", ["网吧"]),
        ("theft", ["偷窃"]),
        ("spending", ["乱花钱"]),
        ("self-harm-talk", ["自伤言语"]),
        ("suspected-abuse", ["疑似受虐"]),
        ("unsafe-home", ["居所不安全"]),
        ("run-away", ["离家出走"]));

    public static readonly CodeTable<ContactBetween> Between = new(
        new(ContactBetween.ParentChild, "parent-child", "亲子"),
        new(ContactBetween.SchoolParent, "school-parent", "家校"),
        new(ContactBetween.SchoolGuardian, "school-guardian", "校监"));

    public static readonly CodeTable<string> Ways = OfCodes(
        ("phone", ["电话"]),
        ("video", ["视频"]),
        ("message", ["消息"]),
        ("visit", ["见面", "家访"]),
        ("letter", ["信件"]));

    public static readonly CodeTable<string> StaffRoles = OfCodes(
        (Roles.Counselor, ["心理教师", "心理辅导教师", "专职负责人"]),
        (Roles.HeadTeacher, ["校长"]),
        (Roles.ClassTeacher, ["班主任"]),
        (Roles.SubjectTeacher, ["科任教师"]),
        (Roles.Helper, ["结对帮扶教师", "结对帮扶", "代理家长", "爱心妈妈"]),
        (Roles.EducationOffice, ["教育局", "教育办"]),
        (Roles.Administrator, ["管理员"]));

    public static readonly CodeTable<string> ChildCategories = OfCodes(
        ("dropout-risk", ["辍学"]),
        ("poor", ["家庭困难"]),
        (Categories.NoGuardian, ["监护人缺失"]),
        ("unsupported", ["事实无人抚养"]),
        ("disabled", ["残障"]),
        ("orphan", ["孤儿"]),
        ("single-parent", ["单亲"]));

    /// <summary>The one subject that is coded; all others are taken as written.</summary>
    public static readonly CodeTable<string> Subjects = OfCodes((ExamResult.Total, ["总分"]));

    private static CodeTable<string> OfCodes(params (string Code, string[] Aliases)[] values) =>
        new([.. values.Select(v => new CodedValue<string>(v.Code, v.Code, v.Aliases))]);
}
