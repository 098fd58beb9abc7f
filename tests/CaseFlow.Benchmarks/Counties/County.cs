using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>A child with all that is on record of it.</summary>
internal sealed record CountyChild(
    Child Child,
    List<AttendanceMark> Marks,
    List<ExamResult> Results,
    List<Observation> Observations,
    List<Contact> Contacts);

/// <summary>A class of the county.</summary>
internal sealed record CountyClass(ClassRoom Room, IReadOnlyList<CountyChild> Children);

/// <summary>An invented county of any size: a term of some twenty signals a child. The same seed gives the same county.</summary>
/// <remarks>
/// Rates are chosen so that a few in a hundred children reach level 1 and a few level 2 or more, as in a school whose staff
/// record what they see: 18 in a hundred are left behind, an absence every other week, an observation a term and child.
/// </remarks>
internal sealed class County(int children, int seed = 7)
{
    public const int ClassSize = 45;

    public static readonly SchoolId School = new(NumberedIds.Of(1, 1));

    public int Children { get; } = children;

    public int ClassCount => (Children + ClassSize - 1) / ClassSize;

    public IEnumerable<CountyClass> Classes() => Enumerable.Range(0, ClassCount).Select(ClassAt);

    /// <summary>The class of that number, made anew at each call: no county is held in memory.</summary>
    public CountyClass ClassAt(int number)
    {
        var room = new ClassRoom
        {
            Id = new ClassId(NumberedIds.Of(2, number)),
            SchoolId = School,
            Name = $"C{number:D6}",
            Grade = $"{(number % 9) + 1}",
            ClassTeacherId = CountyStaff.ClassTeacher(number),
        };
        var random = new Random((seed * 1_000_003) + number);
        var size = Math.Min(ClassSize, Children - (number * ClassSize));
        return new CountyClass(room, [.. Enumerable.Range(number * ClassSize, size).Select(i => new CountyChildhood(random, room.Id, i).Tell())]);
    }
}
