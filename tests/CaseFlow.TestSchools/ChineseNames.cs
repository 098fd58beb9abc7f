namespace CaseFlow.TestSchools;

/// <summary>The Chinese words for headers and coded values, in one place.</summary>
public static class ChineseNames
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["calendar"] = "date 日期, kind 类型, term 学期, note 备注",
        ["classes"] = "class 班级, grade 年级, class_teacher 班主任",
        ["staff"] = "staff_no 工号, name 姓名, roles 角色, class 班级",
        ["students"] =
            "student_no 学号, name 姓名, sex 性别, birth_date 出生日期, class 班级, boarding 寄宿, left_behind 留守情况, "
            + "guardian_name 监护人姓名, guardian_relation 监护人关系, guardian_birth_year 监护人出生年份, "
            + "guardian_phone 监护人电话, father_name 父亲姓名, father_phone 父亲电话, father_workplace 父亲务工地, "
            + "mother_name 母亲姓名, mother_phone 母亲电话, mother_workplace 母亲务工地, address 住址, categories 类别, "
            + "enrolled_on 入学日期, left_on 离校日期, left_to 去向, helper 帮扶人, buddy 伙伴",
        ["attendance"] = "student_no 学号, date 日期, mark 考勤",
        ["exams"] =
            "student_no 学号, exam 考试, date 日期, subject 科目, score 得分, full_score 满分, rank 名次, group_size 人数",
        ["observations"] = "student_no 学号, date 日期, kind 类型, severity 程度, note 备注, observer 观察人",
        ["contacts"] = "student_no 学号, date 日期, between 双方, by 方式, minutes 分钟",
    };

    private static readonly Dictionary<string, string> Values = Pairs(
        "school 上课, holiday 放假, exam 考试, M 男, F 女, Y 是, N 否, "
        + "both 双亲外出, father 父亲外出, mother 母亲外出, none 无, "
        + "absent 旷课, excused 请假, late 迟到, early 早退, total 总分, "
        + "low-mood 情绪低落, withdrawn 孤僻, anxious 焦虑, crying 哭泣, sleep 睡眠, appetite 食欲, "
        + "quarrel 争吵, fight 打架, bullied 被欺负, bullying 欺负人, unwell 身体不适, injury 受伤, "
        + "truancy 逃学, night-missing 夜不归宿, internet-cafe 网吧, theft 偷窃, spending 乱花钱, "
        + "self-harm-talk 自伤言语, suspected-abuse 疑似受虐, unsafe-home 居所不安全, run-away 离家出走, "
        + "parent-child 亲子, school-parent 家校, school-guardian 校监, "
        + "phone 电话, video 视频, message 消息, visit 见面, letter 信件, "
        + "counselor 心理教师, head-teacher 校长, class-teacher 班主任, subject-teacher 科任教师, helper 结对帮扶, "
        + "education-office 教育局, administrator 管理员, "
        + "dropout-risk 辍学, poor 家庭困难, no-guardian 监护人缺失, unsupported 事实无人抚养, disabled 残障, "
        + "orphan 孤儿, single-parent 单亲");

    /// <summary>The English columns of a file and their Chinese headers, in the order of the contract.</summary>
    /// <param name="file">The file's name without its ending, such as <c>students</c>.</param>
    public static IReadOnlyDictionary<string, string> HeadersOf(string file) => Pairs(Headers[file]);

    /// <summary>The Chinese word of an English coded value; a value that is not coded is an error here.</summary>
    public static string ValueOf(string english) => Values[english];

    private static Dictionary<string, string> Pairs(string text) =>
        text.Split(", ").Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1]);
}
