using CaseFlow.Engine;

namespace CaseFlow.Web.Api;

/// <summary>Refusals of the API itself; those of the engine stand there.</summary>
internal static class ApiRefusals
{
    public static readonly Refusal SignIn = Of("sign-in.needed", "请先登录，再使用接口。", "Sign in first, then call the API.");
    public static readonly Refusal NotStaff = Of("sign-in.not-staff", "该账号没有对应的教职工，不能使用接口。请联系管理员。", "The account belongs to no member of staff. Ask the administrator.");
    public static readonly Refusal TokenInvalid = Of("token.invalid", "令牌无效、已到期或已撤销。请向管理员索取新的令牌。", "The token is unknown, ended or revoked. Ask the administrator for a new one.");
    public static readonly Refusal TokenScope = Of("token.scope", "令牌的权限范围不包括这个地址。请向管理员申请相应的范围。", "No scope of the token opens this address. Ask the administrator for one that does.");
    public static readonly Refusal NoSuchToken = Of("token.unknown", "没有这个令牌。", "There is no such token.");
    public static readonly Refusal CrossSite = Of("request.cross-site", "请求来自其他网站，已拒绝。请从本站发出请求。", "The request comes from another site. Send it from this one.");
    public static readonly Refusal NoSuchChild = Of("child.unknown", "没有这个孩子的档案，或您不能查看。", "There is no such child, or none that you may see.");
    public static readonly Refusal NoSuchAddress = Of("address.unknown", "没有这个地址。可用的地址见 /openapi/v1.json。", "There is no such address. /openapi/v1.json lists them.");
    public static readonly Refusal NoSuchMethod = Of("method.unknown", "这个地址不支持该方法。见 /openapi/v1.json。", "The address does not take that method. See /openapi/v1.json.");
    public static readonly Refusal BadRequest = Of("request.bad", "请求有误。见 /openapi/v1.json。", "The request is not in order. See /openapi/v1.json.");
    public static readonly Refusal Broken = Of("service.broken", "服务出错，没有完成。请稍后用同一个 Idempotency-Key 重试。", "Something broke and the request was not completed. Try again later with the same Idempotency-Key.");
    public static readonly Refusal Busy = Of("service.busy", "同时有他人在修改，没有完成。请用同一个 Idempotency-Key 重试。", "Others were writing at the same time; nothing was done. Try again with the same Idempotency-Key.");
    public static readonly Refusal KeyMissing = Of("idempotency.key-missing", "缺少 Idempotency-Key 请求头。请为每个操作生成一个新的值（如 UUID），重试时沿用同一个值。", "The Idempotency-Key header is missing. Make a new value (such as a UUID) for each action, and keep it when you try again.");
    public static readonly Refusal KeyLength = Of("idempotency.key-length", "Idempotency-Key 须是一个 1 到 100 个字符的值。", "Idempotency-Key is one value of 1 to 100 characters.");
    public static readonly Refusal KeyReused = Of("idempotency.key-reused", "这个 Idempotency-Key 已用于另一个请求。请为新的操作生成新的值。", "This Idempotency-Key was used for another request. Make a new value for a new action.");
    public static readonly Refusal BodyNotJson = Of("body.not-json", "请求内容须是 application/json。", "The body must be application/json.");
    public static readonly Refusal BodyTooLarge = Of("body.too-large", "请求内容过大。", "The body is too large.");
    public static readonly Refusal BodyInvalid = Of("body.invalid", "请求内容有误，见 errors。", "The body is not in order; errors says where.");
    public static readonly Refusal QueryInvalid = Of("query.invalid", "查询参数有误，见 errors。", "The query is not in order; errors says where.");

    private static Refusal Of(string id, string zh, string en) => new(id, new Words(zh, en));
}
