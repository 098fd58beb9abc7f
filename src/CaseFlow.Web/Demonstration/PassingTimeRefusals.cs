using CaseFlow.Engine;

namespace CaseFlow.Web.Demonstration;

/// <summary>Why time does not pass.</summary>
internal static class PassingTimeRefusals
{
    public static readonly Refusal UnderWay = new("time.under-way", new Words("时间正在前进，等它停下来再试。", "Time is passing already. Wait until it stops."));

    public static readonly Refusal YearIsOver = new("time.year-over", new Words(
        "示范学校的校历已经用完。换一个空的数据文件夹重新启动，就有一所新的示范学校。",
        "The calendar of the demonstration school has ended. Start anew with an empty data folder to have a new one."));

    public static readonly Refusal NotHere = new("time.not-here", new Words("只有示范学校的时间可以前进。", "Time can be moved in the demonstration school alone."));

    public static Refusal TooFar(int most) => new("time.too-far", new Words($"请填 1 到 {most} 天：校历只到那时。", $"Give 1 to {most} days: the calendar ends then."));
}
