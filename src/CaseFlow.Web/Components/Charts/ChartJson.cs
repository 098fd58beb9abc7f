using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Web.Components.Charts;

/// <summary>How a chart is written for the script that draws it.</summary>
internal static class ChartJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
