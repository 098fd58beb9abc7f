using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The pages of the rules.</summary>
public static class RuleWords
{
    public static readonly Words Title = new("规则", "Rules");

    /// <summary>What a rule is called; its id where it is no longer in force.</summary>
    public static Words TitleOf(CarePolicy policy, string rule) => policy.Rules.Rules.FirstOrDefault(r => r.Id == rule)?.Title ?? new Words(rule, rule);

    public static readonly Words Lead = new("每条规则看什么、界限是多少、报过多少标记、有多少是对的。规则写在文件里，界限可由管理员在这里调整。", "What each rule looks at, its limits, how many flags it raised and how many were right. The rules are files; the administrator can set their limits here.");
    public static readonly Words Rule = new("规则", "Rule");
    public static readonly Words Basis = new("依据", "Basis");
    public static readonly Words PupilsTitle = new("看哪些学生", "Which pupils");
    public static readonly Words PupilsAndLimits = new("学生与界限", "Pupils and limits");
    public static readonly Words AllPupils = new("全体学生", "all pupils");
    public static readonly Words Limits = new("界限（参数）", "Limits (parameters)");
    public static readonly Words NoLimits = new("这条规则没有参数。", "The rule has no parameters.");
    public static readonly Words SeverityTitle = new("程度", "Severity");
    public static readonly Words SeverityWhere = new("下面的条件成立时为 {0}：", "{0} where this holds:");
    public static readonly Words RecordTitle = new("记录", "Record");
    public static readonly Words RecordLine = new("报 {0} 次，现有 {1} 个", "{0} raised, {1} active");
    public static readonly Words PrecisionLine = new("评判过 {1} 个，属实 {0} 个（{2}%）", "{0} right of {1} judged ({2} %)");
    public static readonly Words NotJudged = new("还没有人评判", "none judged yet");
    public static readonly Words Wolf = new("常误报", "cries wolf");
    public static readonly Words WolfMeans = new("“常误报”：至少评判过 {0} 个标记，其中属实的不到 {1}%。", "'Cries wolf': at least {0} of its flags were judged, and fewer than {1} % of those were right.");
    public static readonly Words JudgedMeans = new("已谈话、已家访、已电话、已转介，或所属个案做过阶段评估，算属实；误报算不属实；“说明情况”不计入。", "A talk, visit, call or referral, or a review of its case, confirms a flag; 'false alarm' says that it was wrong; 'explained' counts as neither.");
    public static readonly Words Set = new("已调整", "set");
    public static readonly Words NotInForce = new("已不在规则文件中的规则", "Rules that the files no longer have");
    public static readonly Words Version = new("版本", "Version");
    public static readonly Words FileTitle = new("文件", "File");
    public static readonly Words Wrong = new("规则文件有错误，现在用的还是之前的规则：", "The rule files are not in order; the rules before stay in force:");
    public static readonly Words IgnoredTitle = new("没有生效的调整", "Settings that are not in force");
    public static readonly Words IgnoredText = new("规则文件改过以后，下面的调整不再适用，已忽略：", "The files have changed, and these settings no longer fit; they are ignored:");
    public static readonly Words ToBacktests = new("试算规则", "Try rules on the past");
    public static readonly Words ChartTitle = new("评判过的标记", "Flags that people have judged");
    public static readonly Words ChartSummary = new("按规则比较属实与误报的标记数；数字见下表。", "Right flags and false alarms by rule; the figures are in the table below.");
    public static readonly Words Right = new("属实", "right");
    public static readonly Words FalseAlarms = new("误报", "false alarms");
    public static readonly Words Flags = new("标记", "flags");
    public static readonly Words Figures = new("看数字", "The figures");

    public static readonly Words When = new("什么时候成立", "When it holds");
    public static readonly Words WhenAll = new("以下各条都成立时：", "Where all of this is so:");
    public static readonly Words FactsHint = new("名称的含义见规则文档中的“事实”一节；params 是下面的参数。", "What the names mean is in docs/facts.md; params are the parameters below.");
    public static readonly Words RestsOn = new("标记的依据", "What the flag rests on");
    public static readonly Words Sentence = new("对老师怎么说", "What it says");
    public static readonly Words Name = new("名称", "Name");
    public static readonly Words InForce = new("现行值", "In force");
    public static readonly Words InFile = new("文件中的值", "In the file");
    public static readonly Words Allowed = new("可取范围", "Allowed");
    public static readonly Words FromTo = new("{0} 到 {1}", "{0} to {1}");
    public static readonly Words Change = new("调整参数", "Set the parameters");
    public static readonly Words ChangeHint = new("保存后一两秒内在所有服务器上生效；已有的标记仍记着当时的数值。填回文件中的值就恢复为按文件。", "In force on every server within a second or two; flags there are keep the values that raised them. The value of the file lets the file say it again.");
    public static readonly Words ReasonLabel = new("为什么调整", "Why it is changed");
    public static readonly Words Save = new("保存调整", "Set them");
    public static readonly Words TryFirst = new("先在过去的学期试算", "Try it on a past period first");
    public static readonly Words Saved = new("已保存，现在生效。", "Saved, and in force now.");
    public static readonly Words Examples = new("例子", "Examples");
    public static readonly Words ExamplesHint = new("例子按文件中的值写成；右边是按现行值的结果。", "Examples are for the values of the file; on the right is what comes out with the values in force.");
    public static readonly Words Given = new("孩子的情况", "Given");
    public static readonly Words Expected = new("按文件", "By the file");
    public static readonly Words WithInForce = new("按现行值", "By the values in force");
    public static readonly Words NoFlag = new("不标记", "no flag");
    public static readonly Words FlagOf = new("标记，程度 {0}", "a flag, severity {0}");
    public static readonly Words NoExamples = new("文件里没有例子。", "The file has no examples.");
    public static readonly Words History = new("调整记录", "Changes");
    public static readonly Words NoHistory = new("参数还没有调整过。", "No parameter was ever set.");
    public static readonly Words AsInFile = new("恢复为按文件", "as in the file again");
    public static readonly Words FileHistory = new("文件的各个版本", "Versions of the file");
    public static readonly Words NoVersions = new("还没有留存的版本；程序运行后很快就会有。", "No version is kept yet; the program keeps one soon after it starts.");
    public static readonly Words SinceWhen = new("自 {0}", "since {0}");
    public static readonly Words ByMonth = new("每月的标记", "Flags by month");
    public static readonly Words ByMonthSummary = new("最近十二个月每月报出、属实和误报的标记数；数字见下表。", "Flags raised, right and false in each of the last twelve months; the figures are in the table below.");
    public static readonly Words Month = new("月份", "Month");
    public static readonly Words RaisedSeries = new("报出", "raised");
    public static readonly Words CountsOnly = new("管理员只看数目，不看孩子。", "The administrator sees counts, not children.");
    public static readonly Words FlagsOf = new("{0}：{1}", "{0}: {1}");
    public static readonly Words NoFlags = new("没有这样的标记。", "There are no such flags.");
    public static readonly Words InAll = new("共 {0} 个，最近的在前。", "{0} in all, the latest first.");
    public static readonly Words SinceTitle = new("起于", "Since");
    public static readonly Words Why = new("原因", "Why");
    public static readonly Words BecameOf = new("结果", "What became of it");

    public static readonly Words SetTitle = new("调整参数？", "Set these parameters?");
    public static readonly Words SetQuestion = new("试算过的下列数值将在全校生效，从下一次筛查起使用。确定吗？", "The values that were tried come into force for the whole school, from the next screening on. Do you want that?");
    public static readonly Words SetNow = new("是，从现在起使用", "Yes, use them from now on");
    public static readonly Words SetNot = new("不，返回试算结果", "No, back to the result");
    public static readonly Words SetReason = new("试算 {0} 至 {1} 后采用", "used after a backtest of {0} to {1}");
    public static readonly Words Parameter = new("参数", "Parameter");
    public static readonly Words From = new("原来", "From");
    public static readonly Words To = new("改为", "To");

    public static readonly Words WhyTitle = new("为什么有标记，为什么没有：{0}", "Why there is a flag, and why not: {0}");
    public static readonly Words WhyLead = new("{0}当天，每条规则的各项条件和孩子的实际数值。", "On {0}: the conditions of each rule with the child's values.");
    public static readonly Words WhyLink = new("为什么没有标记？", "Why is there no flag?");
    public static readonly Words WhyDay = new("哪一天", "On which day");
    public static readonly Words Show = new("查看", "Show");
    public static readonly Words WhyNobody = new("那一天孩子不在校，没有可说明的。", "The child was not at the school on that day, so there is nothing to explain.");
    public static readonly Words WhyHolds = new("成立，程度 {0}", "holds, severity {0}");
    public static readonly Words WhyAnswered = new("成立，但 {0} 已回应（{1}）；有新的记录才会再标记", "holds, but was answered on {0} ({1}); something new has to be recorded before it flags again");
    public static readonly Words WhyNot = new("不成立", "does not hold");
    public static readonly Words WhyFailed = new("规则出错，没有结论：{0}", "The rule failed and has no answer: {0}");
    public static readonly Words HoldingTitle = new("成立的规则", "Rules that hold");
    public static readonly Words NotHoldingTitle = new("不成立的规则", "Rules that do not hold");
    public static readonly Words NoneHolds = new("没有规则成立。", "No rule holds.");
    public static readonly Words PartHolds = new("符合", "so");
    public static readonly Words PartFails = new("不符合", "not so");
    public static readonly Words Params = new("当时的界限", "Limits then");

    public static Words Kind(string kind) => kind switch
    {
        "absence" => new("缺勤", "Attendance"),
        "grade" => new("成绩", "Grades"),
        "emotion" => new("情绪", "Mood"),
        "peers" => new("同伴", "Peers"),
        "health" => new("健康", "Health"),
        "conduct" => new("行为", "Conduct"),
        "safety" => new("安全", "Safety"),
        "guardianship" => new("监护", "Guardianship"),
        _ => new(kind, kind),
    };

    public static Words Figure(RecordFigure figure) => figure switch
    {
        RecordFigure.Raised => new("报出", "raised"),
        RecordFigure.Active => new("现有", "active"),
        RecordFigure.Confirmed => new("属实", "right"),
        RecordFigure.FalseAlarms => new("误报", "false alarms"),
        RecordFigure.Explained => new("说明情况", "explained"),
        _ => new("未回应就消失", "lapsed unanswered"),
    };

    /// <summary>The pupils that a rule applies to, in words.</summary>
    public static string Pupils(WhichPupils? which)
    {
        if (which is null)
            return AllPupils.ToString();
        var parts = new List<string>();
        if (which.Grades.Count > 0)
            parts.Add(Say.List(which.Grades));
        if (which.Terms.Count > 0)
            parts.Add(Say.List(which.Terms.Select(t => (t == 1 ? new Words("秋季学期", "autumn term") : new Words("春季学期", "spring term")).ToString())));
        if (which.Boarding is { } boarding)
            parts.Add((boarding ? new Words("住校生", "boarders") : new Words("走读生", "day pupils")).ToString());
        if (which.LeftBehind is { } leftBehind)
            parts.Add((leftBehind ? new Words("留守儿童", "left-behind children") : new Words("非留守儿童", "children with both parents at home")).ToString());
        if (which.Categories.Count > 0)
            parts.Add(Say.List(which.Categories.Select(c => ChildWords.Category(c).ToString())));
        return string.Join(Say.IsChinese ? "；" : "; ", parts);
    }
}
