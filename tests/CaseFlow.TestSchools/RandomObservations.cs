namespace CaseFlow.TestSchools;

/// <summary>Observations on the first and last days of the windows, a day beyond them, and after the focus.</summary>
internal sealed class RandomObservations(Dice dice, DateOnly focus)
{
    private readonly List<ObservationRow> rows = [];

    public IReadOnlyList<ObservationRow> Make(IEnumerable<Pupil> pupils)
    {
        foreach (var pupil in pupils)
        {
            if (dice.Percent(28))
                AddStory(pupil.Number);
            if (dice.Percent(5))
                AddStory(pupil.Number);
        }

        return dice.Shuffled(rows);
    }

    private void AddStory(string student)
    {
        switch (dice.Between(1, 14))
        {
            case <= 2:
                Add(student, ObservationKinds.Emotional, [0, 5, 13, 14, -1], dice.Between(1, 3));
                break;
            case <= 5:
                AddPersistent(student);
                break;
            case <= 8:
                Add(student, ObservationKinds.Peers, [0, 4, 13, 13, 14, -1], dice.Pick(1, 1, 2));
                break;
            case 9:
                Add(student, ObservationKinds.Health, [0, 5, 6, 7, -1], 1);
                break;
            case <= 11:
                Add(student, ObservationKinds.Conduct, [0, 9, 13, 14, -1], dice.Between(1, 2));
                break;
            case 12:
                Add(student, ObservationKinds.NightMissing, [0, 2, 3, -1], 1);
                break;
            case 13:
                Add(student, ObservationKinds.Safety, [0, 17, 29, 30, -1], 1);
                break;
            default:
                Add(student, ObservationKinds.Emotional, [200, 370], 2);
                break;
        }
    }

    /// <summary>Emotional observations on 3 to 5 days, the oldest 29 or 30 days back; some days have two.</summary>
    private void AddPersistent(string student)
    {
        var days = dice.Shuffled(Enumerable.Range(0, 28)).Take(dice.Pick(2, 3, 3, 4)).Append(dice.Pick(28, 29, 29, 30)).ToList();
        foreach (var back in days)
            Add(student, ObservationKinds.Emotional, [back], 1);
        if (dice.Percent(40))
            Add(student, ObservationKinds.Emotional, days, 1);
    }

    /// <summary>Mostly of low severity; at times the very same row twice, which is two observations.</summary>
    private void Add(string student, string[] kinds, IReadOnlyList<int> daysBack, int count)
    {
        for (var made = 0; made < count; made++)
        {
            var row = new ObservationRow(
                student,
                focus.AddDays(-dice.Pick(daysBack)),
                dice.Pick(kinds),
                dice.Pick(1, 1, 2, 2, 3),
                dice.Pick(null, "课间看到的", "下午, 放学后"),
                dice.Pick(null, "C01", "T01"));
            rows.Add(row);
            if (dice.Percent(6))
                rows.Add(row);
        }
    }
}
