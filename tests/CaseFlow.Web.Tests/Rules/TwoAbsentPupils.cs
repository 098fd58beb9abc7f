using CaseFlow.TestSchools;

namespace CaseFlow.Web.Tests.Rules;

/// <summary>
/// S1 is absent on Tuesday 3 March 2026, S2 on that day and the next. The last signal, a call to a parent, is of Friday 13 March.
/// </summary>
internal static class TwoAbsentPupils
{
    public static readonly DateOnly From = new(2026, 3, 2);
    public static readonly DateOnly To = new(2026, 3, 13);

    public static School School { get; } = new()
    {
        Classes = [new("一班", "一年级")],
        Staff = [new("H01", "校长", ["head-teacher"]), new("C01", "心理甲", ["counselor"])],
        Pupils = [Pupil("S1"), Pupil("S2"), Pupil("S3")],
        Marks = [new("S1", new(2026, 3, 3), "absent"), new("S2", new(2026, 3, 3), "absent"), new("S2", new(2026, 3, 4), "absent")],
        Contacts = [new("S3", To, "school-parent", "phone", 5)],
    };

    /// <summary>Writes rules that overlook one day absent without leave, and take two lightly.</summary>
    public static void WriteLaxRules(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(TestInstallation.RulesFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(TestInstallation.RulesFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, Lax(File.ReadAllText(file)));
        }
    }

    private static string Lax(string text)
    {
        text = text.Replace("params: { days: 5, once: 1, more: 2 }", "params: { days: 5, once: 2, more: 3 }", StringComparison.Ordinal);
        return text.Replace("marks: [{ kind: absent, schoolDaysAgo: 4 }] } }\n        expect: { severity: 1 }", "marks: [{ kind: absent, schoolDaysAgo: 4 }] } }\n        expect: none", StringComparison.Ordinal)
            .Replace("{ kind: absent, schoolDaysAgo: 3 }, { kind: absent, schoolDaysAgo: 0 }] } }\n        expect: { severity: 2 }", "{ kind: absent, schoolDaysAgo: 3 }, { kind: absent, schoolDaysAgo: 0 }] } }\n        expect: { severity: 1 }", StringComparison.Ordinal);
    }

    private static Pupil Pupil(string number) => new() { Number = number, Name = $"孩子{number}", Class = "一班", EnrolledOn = new(2025, 9, 1) };
}
