using System.Text;

namespace CaseFlow.Web.Demonstration;

/// <summary>What school to invent. Nobody in it exists.</summary>
public sealed record InventedSchoolOptions
{
    /// <summary>The same seed and options give the same bytes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>All pupils; at least the left-behind ones.</summary>
    public int Pupils { get; init; } = 293;

    public int LeftBehindGirls { get; init; } = 41;

    public int LeftBehindBoys { get; init; } = 46;

    /// <summary>The first day with signals; the first of the school year where none is given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day with signals, on which things are going on; the calendar is that of its whole school year.</summary>
    public DateOnly Until { get; init; } = new(2026, 3, 20);
}

/// <summary>
/// An invented school as import files: most children are fine, some need somebody. The demonstration school, and the generated
/// school of the tests.
/// </summary>
/// <remarks>Source of the figures: domain, 'Who the children are', the township primary school.</remarks>
public static class InventedSchool
{
    /// <summary>Writes the eight files of the school into a folder, which is made where it does not exist.</summary>
    public static void Write(string folder, InventedSchoolOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Pupils, options.LeftBehindGirls + options.LeftBehindBoys);
        Directory.CreateDirectory(folder);
        var random = new Random(options.Seed);
        var calendar = new InventedCalendar(options.Until);
        var people = new InventedPeople(options, calendar.FirstDay, random);
        var stories = new InventedStories(people.Pupils, options.Until);
        people.Live(stories);
        var days = new InventedDays(people.Pupils, stories, calendar, options, random);

        Save("calendar.csv", "date,kind,term,note", calendar.Rows());
        Save("classes.csv", "class,grade,class_teacher", people.ClassRows());
        Save("staff.csv", "staff_no,name,roles,class", people.StaffRows());
        Save("students.csv", InventedPupil.Header, people.Pupils.Select(p => p.Row()));
        Save("attendance.csv", "student_no,date,mark", days.Attendance());
        Save("exams.csv", "student_no,exam,date,subject,score,full_score,rank,group_size", new InventedExams(people.Pupils, stories, calendar, options, random).Rows());
        Save("observations.csv", "student_no,date,kind,severity,note,observer", days.Observations());
        Save("contacts.csv", "student_no,date,between,by,minutes", days.Contacts());

        void Save(string name, string header, IEnumerable<string> rows) =>
            File.WriteAllText(Path.Combine(folder, name), string.Join('\n', rows.Prepend(header)) + "\n", new UTF8Encoding(false));
    }
}
