using System.Globalization;

namespace CaseFlow.Web.Api;

/// <summary>The language of an answer: the first of the product's languages in <c>Accept-Language</c>; Chinese without one.</summary>
internal static class AskedLanguage
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static CultureInfo Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0)
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => Known(l.Value.ToString()))
        .FirstOrDefault(l => l is not null) ?? Chinese;

    private static CultureInfo? Known(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Chinese,
        "en" => English,
        _ => null,
    };
}
