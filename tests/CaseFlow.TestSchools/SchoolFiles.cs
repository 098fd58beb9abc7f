using System.Globalization;

namespace CaseFlow.TestSchools;

/// <summary>Writes a school as the CSV files of the contract ('Import files').</summary>
public static class SchoolFiles
{
    /// <summary>
    /// Writes every file into the folder, which is made where it is missing. A file without rows has its header only;
    /// calendar.csv is left out where the school has no calendar.
    /// </summary>
    public static void Write(School school, string folder, CsvStyle? style = null)
    {
        var csv = new CsvFolder(folder, style ?? CsvStyle.Plain);
        WriteRegister(school, csv);
        csv.Write("students", school.Pupils.Select(pupil => PupilRow(pupil, csv)));
        WriteSignals(school, csv);
    }

    private static void WriteRegister(School school, CsvFolder csv)
    {
        if (school.HasCalendar)
        {
            csv.Write("calendar", school.Calendar.Select(day => new[]
            {
                csv.Date(day.Date), csv.Coded(day.Kind), day.Term, day.Note,
            }));
        }

        csv.Write("classes", school.Classes.Select(room => new[] { room.Name, room.Grade, room.ClassTeacher }));
        csv.Write("staff", school.Staff.Select(person => new[]
        {
            person.Number, person.Name, csv.Several(person.Roles), person.Class,
        }));
    }

    private static string?[] PupilRow(Pupil pupil, CsvFolder csv) =>
    [
        pupil.Number, pupil.Name, csv.Coded(pupil.Sex), csv.Date(pupil.BirthDate), pupil.Class,
        csv.Coded(pupil.Boarding), csv.Coded(pupil.LeftBehind),
        pupil.GuardianName, pupil.GuardianRelation, Number(pupil.GuardianBirthYear), pupil.GuardianPhone,
        pupil.FatherName, pupil.FatherPhone, pupil.FatherWorkplace,
        pupil.MotherName, pupil.MotherPhone, pupil.MotherWorkplace,
        pupil.Address, csv.Several(pupil.Categories),
        csv.Date(pupil.EnrolledOn), csv.Date(pupil.LeftOn), pupil.LeftTo, pupil.Helper, pupil.Buddy,
    ];

    private static void WriteSignals(School school, CsvFolder csv)
    {
        csv.Write("attendance", school.Marks.Select(mark => new[]
        {
            mark.Student, csv.Date(mark.Date), csv.Coded(mark.Kind),
        }));
        csv.Write("exams", school.Exams.Select(row => new[]
        {
            row.Student, row.Exam, csv.Date(row.Date), row.Subject == "total" ? csv.Coded("total") : row.Subject,
            Number(row.Score), Number(row.FullScore), Number(row.Rank), Number(row.GroupSize),
        }));
        csv.Write("observations", school.Observations.Select(row => new[]
        {
            row.Student, csv.Date(row.Date), csv.Coded(row.Kind), Number(row.Severity), row.Note, row.Observer,
        }));
        csv.Write("contacts", school.Contacts.Select(row => new[]
        {
            row.Student, csv.Date(row.Date), csv.Coded(row.Between), csv.Coded(row.By), Number(row.Minutes),
        }));
    }

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
