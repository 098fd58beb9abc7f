using CaseFlow.Engine;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>Finds the pupil whom a row of a sheet means: by number, otherwise by name within the class.</summary>
internal sealed class SheetPupils
{
    private readonly SchoolRoll roll;
    private readonly Dictionary<string, string> classes;
    private readonly ILookup<string, (NamedStudent Named, KnownStudent Student)> byName;

    public SheetPupils(SchoolRoll roll)
    {
        this.roll = roll;
        classes = roll.Classes.Values.GroupBy(c => SheetTitle.ClassKey(c.Name)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Name);
        byName = roll.Named.ToLookup(n => HeaderWords.NameKey(n.Value.Name), n => (n.Value, roll.Students[n.Key]));
    }

    /// <summary>The class that a cell names, as the school writes it; null where there is none.</summary>
    public string? Class(string cell) =>
        roll.Classes.TryGetValue(Folded.Key(cell), out var known) ? known.Name : classes.GetValueOrDefault(SheetTitle.ClassKey(cell));

    /// <summary>The pupil of a number; where the name is given too, it must be the pupil's.</summary>
    public (KnownStudent? Student, Words? Wrong) ByNumber(string no, string name)
    {
        if (!roll.Students.TryGetValue(Folded.Key(no), out var student))
            return (null, CellReasons.UnknownStudent);
        var known = roll.Named[Folded.Key(no)].Name;
        return name.Length > 0 && HeaderWords.NameKey(name) != HeaderWords.NameKey(known) ? (null, SheetReasons.OtherName(known)) : (student, null);
    }

    /// <summary>The pupil of a name in a class, or in the school where no class is said; those who had left by the day are not meant.</summary>
    public (KnownStudent? Student, Words? Wrong) ByName(string name, string? room, DateOnly day)
    {
        var classId = room is null ? null : roll.Classes[Folded.Key(room)].Id as Engine.Children.ClassId?;
        var found = byName[HeaderWords.NameKey(name)].Where(p => (classId is null || p.Named.Class == classId) && !(p.Student.LeftOn <= day)).ToList();
        return found switch
        {
            [var one] => (one.Student, null),
            [] => (null, SheetReasons.NoSuchPupil(room)),
            _ => (null, SheetReasons.TwoOfOneName(string.Join(", ", found.Select(p => p.Student.No).Order(StringComparer.Ordinal)))),
        };
    }
}
