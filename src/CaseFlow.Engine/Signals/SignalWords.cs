namespace CaseFlow.Engine.Signals;

/// <summary>What marks and observations are called.</summary>
public static class SignalWords
{
    private static readonly Dictionary<string, Words> Observations = new()
    {
        ["low-mood"] = new("情绪低落", "low mood"),
        ["withdrawn"] = new("孤僻", "withdrawn"),
        ["anxious"] = new("焦虑", "anxious"),
        ["crying"] = new("哭泣", "crying"),
        ["sleep"] = new("睡眠不好", "sleeps badly"),
        ["appetite"] = new("食欲不好", "eats badly"),
        ["quarrel"] = new("与同学争吵", "quarrel"),
        ["fight"] = new("打架", "fight"),
        ["bullied"] = new("被欺负", "bullied"),
        ["bullying"] = new("欺负同学", "bullying"),
        ["unwell"] = new("身体不适", "unwell"),
        ["injury"] = new("受伤", "injury"),
        ["truancy"] = new("逃学", "truancy"),
        ["night-missing"] = new("夜不归宿", "missing at night"),
        ["internet-cafe"] = new("进网吧", "internet café"),
        ["theft"] = new("偷窃", "theft"),
        ["spending"] = new("乱花钱", "unusual spending"),
        ["self-harm-talk"] = new("有自伤言语", "talk of self-harm"),
        ["suspected-abuse"] = new("疑似受到伤害", "suspected abuse"),
        ["unsafe-home"] = new("居所不安全", "unsafe home"),
        ["run-away"] = new("离家出走", "ran away"),
    };

    /// <summary>What an observation of that kind is called.</summary>
    public static Words Observation(string kind) => Observations.GetValueOrDefault(kind) ?? new Words(kind, kind);

    /// <summary>What a mark is called.</summary>
    public static Words Of(Mark mark) => mark switch
    {
        Mark.Absent => new("旷课", "absent, unexcused"),
        Mark.Excused => new("请假", "absent with leave"),
        Mark.Late => new("迟到", "late"),
        _ => new("早退", "left early"),
    };
}
