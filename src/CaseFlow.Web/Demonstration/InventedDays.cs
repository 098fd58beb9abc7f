namespace CaseFlow.Web.Demonstration;

/// <summary>What happens day by day: marks, observations and contacts.</summary>
internal sealed class InventedDays(
    IReadOnlyList<InventedPupil> pupils, InventedStories stories, InventedCalendar calendar, InventedSchoolOptions options, Random random)
{
    private static readonly (string Kind, string Note)[] EverydayObservations =
    [
        ("low-mood", "情绪不高"), ("quarrel", "与同学争吵"), ("unwell", "感冒"), ("appetite", "午饭吃得少"), ("injury", "体育课擦伤"), ("spending", "买零食花钱较多"),
    ];

    private readonly DateOnly from = options.From ?? calendar.FirstDay;

    /// <summary>A mark here and there, and the stories' marks on the last school days.</summary>
    public IEnumerable<string> Attendance()
    {
        var days = calendar.SchoolDays(from, options.Until);
        Dictionary<(InventedPupil, DateOnly), string> told = [];
        Tell(stories.AbsentStreak, "absent", [1, 2, 3, 4]);
        Tell(stories.AbsentTwice, "absent", [2, 4]);
        Tell(stories.OftenLate, "late", [1, 3, 4, 7]);
        foreach (var day in days)
        {
            foreach (var pupil in pupils)
            {
                var usual = random.NextDouble() switch { < 0.0008 => "absent", < 0.012 => "excused", < 0.018 => "late", < 0.02 => "early", _ => null };
                if ((told.GetValueOrDefault((pupil, day)) ?? usual) is { } mark)
                    yield return $"{pupil.No},{day:yyyy-MM-dd},{mark}";
            }
        }

        void Tell(InventedPupil? pupil, string mark, int[] fromTheEnd)
        {
            foreach (var i in fromTheEnd.Where(i => pupil is not null && i <= days.Count))
                told[(pupil!, days[^i])] = mark;
        }
    }

    /// <summary>Small things that were seen and passed, and the stories; of the kinds of safety there is one at most.</summary>
    public IEnumerable<string> Observations()
    {
        var days = calendar.SchoolDays(from, options.Until.AddDays(-35));
        for (var i = 0; i < days.Count * 2 / 5; i++)
        {
            var (kind, note) = InventedNames.Pick(EverydayObservations, random);
            yield return $"{InventedNames.Pick(pupils, random).No},{InventedNames.Pick(days, random):yyyy-MM-dd},{kind},1,{note},T{random.Next(4, 11):D2}";
        }

        foreach (var (pupil, daysAgo, kind, severity, note) in stories.Seen())
        {
            var day = options.Until.AddDays(-daysAgo);
            if (pupil is not null && day >= from)
                yield return $"{pupil.No},{day:yyyy-MM-dd},{kind},{severity},{note},T{random.Next(4, 11):D2}";
        }
    }

    /// <summary>Parents call every week or two, the school every month; one family has fallen silent.</summary>
    public IEnumerable<string> Contacts()
    {
        string[] ways = ["phone", "video", "video", "message"];
        foreach (var pupil in pupils.Where(p => p.IsLeftBehind))
        {
            var silent = pupil == stories.LapsedContact ? options.Until.AddDays(-40) : options.Until;
            for (var day = from.AddDays(random.Next(10)); day <= silent; day = day.AddDays(random.Next(5, 14)))
                yield return $"{pupil.No},{day:yyyy-MM-dd},parent-child,{InventedNames.Pick(ways, random)},{random.Next(3, 40)}";
            for (var day = from.AddDays(random.Next(28)); day <= options.Until; day = day.AddDays(random.Next(26, 34)))
            {
                yield return $"{pupil.No},{day:yyyy-MM-dd},school-parent,phone,{random.Next(3, 15)}";
                if (random.Next(2) == 0)
                    yield return $"{pupil.No},{day:yyyy-MM-dd},school-guardian,visit,{random.Next(20, 60)}";
            }
        }
    }
}
