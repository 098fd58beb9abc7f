namespace CaseFlow.TestSchools;

/// <summary>Contacts aimed at 30 days without one, and schools that have none between parent and child.</summary>
internal sealed class RandomContacts(Dice dice, DateOnly focus)
{
    private readonly bool hasParentChild = dice.Percent(85);

    public IReadOnlyList<ContactRow> Make(IEnumerable<Pupil> pupils)
    {
        List<ContactRow> rows = [];
        foreach (var pupil in pupils)
        {
            if (dice.Percent(20))
                rows.Add(Contact(pupil, dice.Pick("school-parent", "school-guardian"), dice.Between(0, 20)));
            if (dice.Percent(pupil.LeftBehind == "both" ? 90 : 15))
                rows.AddRange(ParentChild(pupil));
        }

        return dice.Shuffled(rows);
    }

    /// <summary>A school without them on the day may still have one that is dated later.</summary>
    private IEnumerable<ContactRow> ParentChild(Pupil pupil)
    {
        if (dice.Percent(10))
            yield return Contact(pupil, "parent-child", -dice.Between(1, 3));
        if (!hasParentChild)
            yield break;

        var last = dice.Pick(1, 6, 15, 28, 29, 30, 31, 200);
        yield return Contact(pupil, "parent-child", last);
        if (dice.Percent(40))
            yield return Contact(pupil, "parent-child", last + dice.Between(0, 60));
    }

    private ContactRow Contact(Pupil pupil, string between, int daysBack) => new(
        pupil.Number,
        focus.AddDays(-daysBack),
        between,
        dice.Pick("phone", "video", "message", "visit", "letter", null),
        dice.Percent(50) ? dice.Between(1, 60) : null);
}
