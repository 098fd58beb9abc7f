using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Dossiers, observations and the register.</summary>
public static class ChildWords
{
    public static readonly Words UnseenTitle = new("久未见面的孩子", "Not seen for longest");
    public static readonly Words UnseenLead = new("按最近一次有记录的见面（观察、完成的任务、家访）排序，最久的在前。", "By when somebody of the school last saw the child and put it on record (an observation, a task done, a visit); the longest ago first.");
    public static readonly Words UnseenNone = new("名册上还没有留守儿童。", "No left-behind child is on file.");
    public static readonly Words UnseenAll = new("全部久未见面的孩子", "All who were not seen for long");
    public static readonly Words SeenOn = new("最近见面", "Last seen");
    public static readonly Words DaysAgo = new("{0}（{1} 天前）", "{0} ({1} days ago)");
    public static readonly Words NeverSeen = new("没有记录", "nothing on record");
    public static readonly Words ListLead = new("您可以查看 {0} 名孩子的档案", "You may see the files of {0} children");
    public static readonly Words SearchLabel = new("姓名、拼音、首字母、学号或班级", "Name, pinyin, initials, student number or class");
    public static readonly Words FindLabel = new("找孩子：姓名、拼音", "Find a child: name, pinyin");
    public static readonly Words NoneFound = new("没有找到。可以试试姓名里的一个字、拼音（zhangwei）或首字母（zw），或清空后重新查找。", "Nobody was found. Try a part of the name, pinyin (zhangwei) or initials (zw), or search again with nothing typed.");
    public static readonly Words TooMany = new("只显示前 {0} 名，请输入姓名缩小范围。", "Only the first {0} are shown; type a name to narrow it down.");
    public static readonly Words Name = new("姓名", "Name");
    public static readonly Words StudentNo = new("学号", "Student number");
    public static readonly Words Class = new("班级", "Class");
    public static readonly Words Away = new("外出", "Away");
    public static readonly Words Dossier = new("档案", "On file");
    public static readonly Words Sex = new("性别", "Sex");
    public static readonly Words Girl = new("女", "girl");
    public static readonly Words Boy = new("男", "boy");
    public static readonly Words BirthDate = new("出生日期", "Date of birth");
    public static readonly Words Boarding = new("住校", "Boarding");
    public static readonly Words LeftBehindTitle = new("留守情况", "Left behind");
    public static readonly Words Guardian = new("监护人", "Guardian");
    public static readonly Words Father = new("父亲", "Father");
    public static readonly Words Mother = new("母亲", "Mother");
    public static readonly Words Phone = new("电话", "Phone");
    public static readonly Words Workplace = new("工作地", "Workplace");
    public static readonly Words Address = new("住址", "Address");
    public static readonly Words BornIn = new("{0} 年生", "born {0}");
    public static readonly Words Categories = new("类别", "Categories");
    public static readonly Words Enrolled = new("入学", "Enrolled");
    public static readonly Words Left = new("已离校", "Left");
    public static readonly Words Helper = new("结对帮扶教师", "Paired helper");
    public static readonly Words ClassTeacher = new("班主任", "Class teacher");
    public static readonly Words Buddy = new("手拉手伙伴", "Buddy");
    public static readonly Words CasesTitle = new("个案", "Cases");
    public static readonly Words NoCases = new("没有个案。", "No cases.");
    public static readonly Words TasksTitle = new("待办任务", "Pending tasks");
    public static readonly Words FlagsTitle = new("当前标记", "Flags at present");
    public static readonly Words Observations = new("近期记录", "Lately on record");
    public static readonly Words OfTheYear = new("本学年的全部记录", "On record in this school year");
    public static readonly Words ToTheYear = new("查看本学年的全部记录", "All of this school year");
    public static readonly Words NoObservations = new("还没有记录。", "Nothing has been recorded yet.");
    public static readonly Words Observe = new("记录观察", "Record what you saw");
    public static readonly Words ObserveHint = new("三步：选类型、选程度、提交。提交后立即筛查；涉及安全的情况马上启动应急处置。", "Three taps: kind, how much, send. The child is screened at once; anything about safety starts the emergency path immediately.");
    public static readonly Words Kind = new("类型", "Kind");
    public static readonly Words Severity = new("程度", "How much");
    public static readonly Words Day = new("日期", "Day");
    public static readonly Words Recorded = new("已记录，并已重新筛查。", "Recorded, and the child was screened again.");
    public static readonly Words RecordedUrgent = new("已记录。应急处置已经启动，校长已收到通知。", "Recorded. The emergency path has begun and the head teacher has been told.");

    public static readonly Words RegisterLead = new("{0}，{1}", "{0}, {1}");
    public static readonly Words RegisterHint = new("只需给缺课、请假、迟到、早退的孩子做标记；没有标记就是到校。", "Mark only who is absent, on leave, late or left early; no mark means present.");
    public static readonly Words NoClass = new("您目前没有班级。请管理员在班级名册中登记班主任。", "You have no class at present. Ask the administrator to enter the class teacher in the list of classes.");
    public static readonly Words NoSchoolToday = new("今天没有课，不必登记。", "There is no school today, so nothing to mark.");
    public static readonly Words Present = new("到校", "present");
    public static readonly Words Save = new("保存标记", "Save the marks");
    public static readonly Words SaveAndClose = new("保存并完成登记", "Save and close the register");
    public static readonly Words ClosedAt = new("已于 {0} 完成登记；仍可更正，更正会留下记录。", "Closed at {0}; it can still be corrected, and the correction is on record.");
    public static readonly Words NotClosed = new("尚未完成登记。", "Not closed yet.");
    public static readonly Words SavedMarks = new("已保存。", "Saved.");
    public static readonly Words MarkOf = new("{0}的标记", "Mark of {0}");

    public static readonly Words Withdraw = new("记错了，撤回", "Recorded in error: withdraw");
    public static readonly Words WithdrawHint = new("记录保留在档案中并注明撤回；依据它的标记立即重新筛查。", "The record stays on file as withdrawn; what rested on it is screened again at once.");
    public static readonly Words MarkOfTheDay = new("当天的考勤标记", "the mark of the day");
    public static readonly Words Withdrawn = new("已撤回", "withdrawn");

    public static Words Contact(ContactBetween between) => between switch
    {
        ContactBetween.ParentChild => new("父母与孩子联系", "parents and child in touch"),
        ContactBetween.SchoolParent => new("学校与父母联系", "school and parents in touch"),
        _ => new("学校与监护人联系", "school and guardian in touch"),
    };

    public static Words Of(LeftBehind away) => away switch
    {
        LeftBehind.Both => new("父母双方外出", "both parents away"),
        LeftBehind.Father => new("父亲外出", "father away"),
        LeftBehind.Mother => new("母亲外出", "mother away"),
        _ => new("非留守", "not left behind"),
    };

    public static Words Category(string category) => category switch
    {
        "dropout-risk" => new("辍学风险", "at risk of dropping out"),
        "poor" => new("家庭困难", "poor family"),
        "no-guardian" => new("监护人缺失", "no guardian"),
        "unsupported" => new("事实无人抚养", "de facto unsupported"),
        "disabled" => new("残障", "disabled"),
        "orphan" => new("孤儿", "orphan"),
        "single-parent" => new("单亲", "single-parent family"),
        _ => new(category, category),
    };

    /// <summary>What a group of observation kinds is called.</summary>
    public static Words Group(string group) => group switch
    {
        "emotional" => new("情绪", "Mood"),
        "peers" => new("同伴", "Peers"),
        "health" => new("健康", "Health"),
        "conduct" => new("行为", "Conduct"),
        _ => new("安全（立即启动应急）", "Safety (starts the emergency path)"),
    };
}
