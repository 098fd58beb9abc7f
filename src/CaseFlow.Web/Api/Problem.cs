using System.Globalization;
using System.Text.Json.Serialization;
using CaseFlow.Engine;

namespace CaseFlow.Web.Api;

/// <summary>Why a request was not carried out, as RFC 9457 problem details.</summary>
/// <param name="Type">The kind of problem, <c>urn:caseflow:refusal:</c> and its id.</param>
/// <param name="Title">The kind in a few words.</param>
/// <param name="Detail">What is so, and what to do instead.</param>
/// <param name="Id">The stable id; scripts may rely on it.</param>
/// <param name="Errors">What is wrong with the request, by member.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null)
{
    public const string MediaType = "application/problem+json";

    private const string Namespace = "urn:caseflow:refusal:";

    private static readonly Words Broken = new("服务出错", "Something broke");

    private static readonly Dictionary<int, Words> Titles = new()
    {
        [400] = new("请求有误", "The request is not in order"),
        [401] = new("尚未登录", "Not signed in"),
        [403] = new("没有权限", "Not allowed"),
        [404] = new("没有找到", "Not found"),
        [405] = new("方法不支持", "Method not supported"),
        [409] = new("与当前状态不符", "Not as things stand"),
        [413] = new("内容过大", "Too large"),
        [415] = new("内容类型不支持", "Content type not supported"),
        [422] = new("内容不能接受", "Not acceptable as it is"),
    };

    public static IResult Of(Refusal refusal, CultureInfo language, IReadOnlyDictionary<string, string[]>? errors = null, int? status = null)
    {
        var code = status ?? RefusalStatus.Of(refusal);
        var problem = new Problem(
            Namespace + refusal.Id, Titles.GetValueOrDefault(code, Broken).In(language), code, refusal.Words.In(language), refusal.Id, errors);
        return Results.Json(problem, ApiJson.Options, MediaType, code);
    }

    /// <summary>The problem behind a status that was set without an answer.</summary>
    public static IResult OfStatus(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var refusal = status switch
        {
            404 => ApiRefusals.NoSuchAddress,
            405 => ApiRefusals.NoSuchMethod,
            413 => ApiRefusals.BodyTooLarge,
            415 => ApiRefusals.BodyNotJson,
            < 500 => ApiRefusals.BadRequest,
            _ => ApiRefusals.Broken,
        };
        return Of(refusal, AskedLanguage.Of(http.Request), status: status);
    }
}
