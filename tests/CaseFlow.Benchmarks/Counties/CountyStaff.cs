using CaseFlow.Engine.Children;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>A counselor for every five hundred children, a head teacher, an administrator, and a class teacher a class.</summary>
internal static class CountyStaff
{
    private const int ChildrenEach = 500;

    public static StaffId ClassTeacher(int classNumber) => new(NumberedIds.Of(4, 1_000_000L + classNumber));

    public static IEnumerable<StaffMember> Of(County county)
    {
        yield return Member(1, Roles.HeadTeacher);
        yield return Member(2, Roles.Administrator);
        for (var i = 0; i <= county.Children / ChildrenEach; i++)
            yield return Member(10 + i, Roles.Counselor);
        for (var i = 0; i < county.ClassCount; i++)
            yield return Member(1_000_000 + i, Roles.ClassTeacher);
    }

    private static StaffMember Member(int number, string role) => new()
    {
        Id = new StaffId(NumberedIds.Of(4, number)),
        SchoolId = County.School,
        StaffNo = $"T{number:D8}",
        Name = $"教师{number}",
        Roles = [role],
    };
}
