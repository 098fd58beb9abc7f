using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>What a sheet with a row a pupil is.</summary>
public enum SheetKind
{
    /// <summary>The subjects of one exam are columns.</summary>
    Grades,

    /// <summary>Days are columns.</summary>
    Register,
}

/// <summary>What a column of a sheet is; the columns of days are known by their headers.</summary>
public enum ColumnUse
{
    /// <summary>It is not read.</summary>
    None,
    StudentNo,
    Name,
    Class,
    Subject,

    /// <summary>The sum of the subjects; it is checked.</summary>
    Total,

    /// <summary>The place in the class by the total.</summary>
    Rank,
}

/// <summary>What a mark in a register says.</summary>
public enum MarkMeaning
{
    /// <summary>The pupil was there: nothing is recorded.</summary>
    Present = -1,
    Absent = Mark.Absent,
    Excused = Mark.Excused,
    Late = Mark.Late,
    Early = Mark.Early,
}

/// <summary>What a column is.</summary>
/// <param name="Subject">The name of the subject, where the column is one.</param>
/// <param name="FullScore">The highest score that the subject allows, above 0.</param>
public sealed record ColumnMapping(ColumnUse Use, string? Subject = null, decimal? FullScore = null);

/// <summary>What the parts of a sheet are, so that its rows can be read as rows of exams.csv or attendance.csv.</summary>
public sealed record SheetMapping
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The columns from the left, those of days left out.</summary>
    public required IReadOnlyList<ColumnMapping> Columns { get; init; }

    /// <summary>The class of all pupils; null where a column names it, or numbers say who is who.</summary>
    public string? Class { get; init; }

    /// <summary>The name of the exam.</summary>
    public string? Exam { get; init; }

    /// <summary>The day of the exam; of a register any day of its month.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What each mark says; an empty cell says that the pupil was there.</summary>
    public IReadOnlyDictionary<string, MarkMeaning> Marks { get; init; } = new Dictionary<string, MarkMeaning>();

    /// <summary>What holds of the next sheet of the same shape as well.</summary>
    public SheetMapping ToRemember() => this with { Class = null, Exam = null, Date = null };

    public static SheetMapping? Read(string json) => Read<SheetMapping>(json);

    /// <summary>The mappings of an upload's sheets by their number.</summary>
    public static IReadOnlyDictionary<int, SheetMapping> ReadAll(string? json) => (json is null ? null : Read<Dictionary<int, SheetMapping>>(json)) ?? [];

    public static string WriteAll(IReadOnlyDictionary<int, SheetMapping> mappings) => JsonSerializer.Serialize(mappings, Json);

    public string Write() => JsonSerializer.Serialize(this, Json);

    private static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json);
        }
        catch (JsonException)
        {
            return null; // written by another version: the sheet is asked about again
        }
    }

    /// <summary>The number of the column that is put to a use; null where none is.</summary>
    internal int? First(ColumnUse use) => Enumerable.Range(0, Columns.Count).Where(i => Columns[i].Use == use).Cast<int?>().FirstOrDefault();
}
