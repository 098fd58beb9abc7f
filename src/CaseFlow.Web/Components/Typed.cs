using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Components;

/// <summary>What somebody typed into a form and sent.</summary>
/// <param name="form">The fields; null where nothing was sent.</param>
public sealed class Typed(IFormCollection? form)
{
    /// <summary>The hidden field that says which form of the page it was.</summary>
    public const string DoField = "do";

    /// <summary>The hidden field with the key of a form, new whenever it is shown.</summary>
    public const string KeyField = "_key";

    public static readonly Typed Nothing = new(null);

    /// <summary>Which form was sent, for example <c>assess</c> or <c>answer-flag:3</c>; empty where none was.</summary>
    public string Do => this[DoField];

    /// <summary>The part of <see cref="Do"/> before the colon.</summary>
    public string Action => Do.Split(':')[0];

    /// <summary>The number after the colon; 0 where there is none.</summary>
    public int Number => int.TryParse(Do.Split(':').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : 0;

    /// <summary>The text of a field without blanks around it; empty where it is missing.</summary>
    public string this[string field] => Values(field).ToString().Trim();

    /// <summary>The text of a field, null where nothing is in it.</summary>
    public string? Maybe(string field) => this[field] is { Length: > 0 } text ? text : null;

    /// <summary>Files that were sent with the form.</summary>
    public IReadOnlyList<IFormFile> Files => form is null ? [] : [.. form.Files];

    public bool Checked(string field) => Values(field).Count > 0;

    public IReadOnlyList<string> All(string field) => [.. Values(field).OfType<string>()];

    public DateOnly? Date(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public int? Whole(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    public Guid? Id(string field) => Guid.TryParse(this[field], out var id) ? id : null;

    /// <summary>An enumeration's value by its name; null where it is none of them.</summary>
    public T? Choice<T>(string field)
        where T : struct, Enum => Enum.TryParse<T>(this[field], out var value) && Enum.IsDefined(value) ? value : null;

    private StringValues Values(string field) => form is not null && form.TryGetValue(field, out var values) ? values : StringValues.Empty;
}
