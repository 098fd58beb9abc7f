namespace CaseFlow.Web.Demonstration;

/// <summary>Names put together from common surnames and syllables.</summary>
internal static class InventedNames
{
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧"];
    private static readonly string[] Girls = ["梅", "兰", "雨", "欣", "静", "婷", "雪", "莉", "萍", "燕", "芳", "洁", "琳", "月", "彤", "霞"];
    private static readonly string[] Boys = ["强", "伟", "军", "杰", "浩", "鹏", "涛", "斌", "凯", "勇", "磊", "超", "宇", "辉", "波", "龙"];
    private static readonly string[] Either = ["子", "小", "文", "思", "晓", "家", "志", "春", "明", "嘉", "佳", "一"];
    private static readonly string[] Towns = ["广东东莞", "广东深圳", "浙江义乌", "浙江温州", "江苏昆山", "福建泉州", "上海松江", "北京大兴"];
    private static readonly string[] Villages = ["上河村", "下河村", "石桥村", "柳树村", "新塘村", "东岭村", "西坪村"];

    public static string Surname(Random random) => Pick(Surnames, random);

    /// <summary>One syllable or two, after a surname.</summary>
    public static string Given(bool girl, Random random) =>
        (random.Next(4) == 0 ? "" : Pick(Either, random)) + Pick(girl ? Girls : Boys, random);

    public static string Town(Random random) => Pick(Towns, random);

    public static string Address(Random random) => $"{Pick(Villages, random)}{random.Next(1, 120)}号";

    /// <summary>Digits in the form of a mobile number of which none is given out.</summary>
    public static string Phone(Random random) => $"100{random.Next(100_000_000):D8}";

    public static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
