namespace CaseFlow.Web.Demonstration;

/// <summary>The children with whom something is going on at the end; each story is about another child, as far as there are enough.</summary>
internal sealed class InventedStories
{
    private readonly HashSet<InventedPupil> taken = [];
    private readonly IReadOnlyList<InventedPupil> pupils;

    public InventedStories(IReadOnlyList<InventedPupil> pupils, DateOnly until)
    {
        this.pupils = pupils;
        Until = until;
        OldGuardian = Take(p => p.LeftBehind == "both");
        NoGuardian = Take(p => p.LeftBehind == "both");
        LapsedContact = Take(p => p.LeftBehind == "both");
        UnsafeHome = Take(p => p.IsLeftBehind && p.IsGirl);
        AbsentStreak = Take(p => p.IsLeftBehind && !p.IsGirl && p.Grade == 6);
        AbsentTwice = Take(p => p.IsLeftBehind);
        OftenLate = Take(p => !p.IsGirl);
        PersistentlyLow = Take(p => p.LeftBehind == "both" && p.IsGirl);
        Low = Take(p => p.IsLeftBehind);
        Bullied = Take(p => p.IsLeftBehind && p.Grade <= 4);
        Quarrelling = Take(p => p.Grade >= 5);
        Unwell = Take(_ => true);
        InInternetCafe = Take(p => !p.IsGirl && p.Grade == 6);
        Falling = [.. new[] { Take(p => p.IsLeftBehind && p.Ability > 0.75), Take(p => p.Ability > 0.8) }.OfType<InventedPupil>()];
    }

    public DateOnly Until { get; }

    public InventedPupil? OldGuardian { get; }

    public InventedPupil? NoGuardian { get; }

    public InventedPupil? LapsedContact { get; }

    public InventedPupil? UnsafeHome { get; }

    public InventedPupil? AbsentStreak { get; }

    public InventedPupil? AbsentTwice { get; }

    public InventedPupil? OftenLate { get; }

    public InventedPupil? PersistentlyLow { get; }

    public InventedPupil? Low { get; }

    public InventedPupil? Bullied { get; }

    public InventedPupil? Quarrelling { get; }

    public InventedPupil? Unwell { get; }

    public InventedPupil? InInternetCafe { get; }

    /// <summary>Those whose marks fall from good to poor in the latest exam.</summary>
    public IReadOnlyList<InventedPupil> Falling { get; }

    /// <summary>What was seen of them, most of it lately: child, days before the end, kind, severity, note.</summary>
    public IEnumerable<(InventedPupil? Pupil, int DaysAgo, string Kind, int Severity, string Note)> Seen() =>
    [
        (UnsafeHome, 2, "unsafe-home", 3, "家访时发现夜里独自在家，门锁损坏"),
        (PersistentlyLow, 25, "low-mood", 1, "课间独自坐着"),
        (PersistentlyLow, 17, "withdrawn", 2, "不愿和同学一起活动"),
        (PersistentlyLow, 9, "crying", 2, "午休时哭，说想妈妈"),
        (PersistentlyLow, 3, "low-mood", 2, "上课没有精神"),
        (Low, 8, "anxious", 1, "总问父母什么时候回来"),
        (Low, 4, "sleep", 2, "说晚上睡不着"),
        (Bullied, 5, "bullied", 2, "同学抢走文具并起外号"),
        (Quarrelling, 6, "quarrel", 1, "与同桌争吵"),
        (Unwell, 1, "unwell", 1, "肚子疼，在医务室休息"),
        (InInternetCafe, 7, "internet-cafe", 2, "周末在镇上网吧被看到"),
    ];

    private InventedPupil? Take(Func<InventedPupil, bool> fits)
    {
        var taking = pupils.FirstOrDefault(p => fits(p) && !taken.Contains(p));
        if (taking is not null)
            taken.Add(taking);
        return taking;
    }
}
