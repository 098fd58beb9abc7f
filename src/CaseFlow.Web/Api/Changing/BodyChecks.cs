using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CaseFlow.Engine;

namespace CaseFlow.Web.Api.Changing;

/// <summary>Holds a body against the attributes of its members, which the OpenAPI document tells too; says what is wrong by member.</summary>
internal static class BodyChecks
{
    public static readonly Words NotUnderstood = new("无法识别", "not understood");
    public static readonly Words NoSuchStaff = new("没有这名教职工", "there is no such member of staff");

    private static readonly Words Missing = new("必填", "must be there");

    public static Dictionary<string, string[]> Of(object body, CultureInfo language)
    {
        var wrong = new Dictionary<string, string[]>();
        Check(body, "", language, wrong);
        return wrong;
    }

    private static void Check(object part, string path, CultureInfo language, Dictionary<string, string[]> wrong)
    {
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var member = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var value = property.GetValue(part);
            if (property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(a => !a.IsValid(value)) is { } broken)
                wrong[member] = [Say(broken).In(language)];
            else if (value is IList list)
                CheckAll(list, member, language, wrong);
            else if (value is not null && IsPart(value))
                Check(value, member + ".", language, wrong);
        }
    }

    private static void CheckAll(IList list, string member, CultureInfo language, Dictionary<string, string[]> wrong)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } item)
                Check(item, $"{member}[{i}].", language, wrong);
            else
                wrong[$"{member}[{i}]"] = [Missing.In(language)];
        }
    }

    private static bool IsPart(object value) => value.GetType().Namespace == typeof(BodyChecks).Namespace;

    private static Words Say(ValidationAttribute broken) => broken switch
    {
        MaxLengthAttribute most => new($"最多 {most.Length}", $"at most {most.Length} long"),
        RangeAttribute range => new($"须在 {range.Minimum} 到 {range.Maximum} 之间", $"from {range.Minimum} to {range.Maximum}"),
        _ => Missing,
    };
}
