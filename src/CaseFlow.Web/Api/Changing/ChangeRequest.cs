using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine;

namespace CaseFlow.Web.Api.Changing;

/// <summary>A change that somebody asks for, read and checked.</summary>
/// <param name="Key">The idempotency key as it is stored: the hash of person and key, so that no two people share one.</param>
/// <param name="Fingerprint">The hash of method, path, person and body.</param>
internal sealed record ChangeRequest(Caller Caller, string Key, string Fingerprint)
{
    public const string KeyHeader = "Idempotency-Key";

    public const int LongestKey = 100;

    /// <summary>Reads key and body; or the problem with them.</summary>
    public static async Task<(ChangeRequest? Request, TBody Body, IResult? Problem)> ReadAsync<TBody>(
        HttpContext http, CancellationToken cancel)
        where TBody : class, new()
    {
        var caller = Caller.Of(http);
        if (CheckKey(http.Request, out var key) is { } refusal)
            return (null, new TBody(), caller.Refuse(refusal));
        var (body, problem) = await ReadBodyAsync<TBody>(http.Request, caller, cancel);
        if (problem is not null)
            return (null, body, problem);
        return (Of(http.Request, caller, key, JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options)), body, null);
    }

    /// <summary>Reads the key of a request whose body is no JSON; or the problem with it.</summary>
    /// <param name="body">What makes another request of it.</param>
    public static (ChangeRequest? Request, IResult? Problem) Of(HttpContext http, params byte[][] body)
    {
        var caller = Caller.Of(http);
        return CheckKey(http.Request, out var key) is { } refusal ? (null, caller.Refuse(refusal)) : (Of(http.Request, caller, key, body), null);
    }

    private static ChangeRequest Of(HttpRequest request, Caller caller, string key, params byte[][] body)
    {
        var staff = Encoding.UTF8.GetBytes(caller.Who.Staff.Value.ToString("N"));
        return new(caller, Hash(staff, Encoding.UTF8.GetBytes(key)), Hash(
            [Encoding.UTF8.GetBytes(request.Method), Encoding.UTF8.GetBytes(request.PathBase + request.Path), staff, .. body]));
    }

    private static Refusal? CheckKey(HttpRequest request, out string key)
    {
        var given = request.Headers[KeyHeader];
        key = given.ToString();
        if (string.IsNullOrWhiteSpace(key))
            return ApiRefusals.KeyMissing;
        return given.Count > 1 || key.Length > LongestKey ? ApiRefusals.KeyLength : null;
    }

    private static async Task<(TBody Body, IResult? Problem)> ReadBodyAsync<TBody>(
        HttpRequest request, Caller caller, CancellationToken cancel)
        where TBody : class, new()
    {
        try
        {
            using var text = new MemoryStream();
            await request.Body.CopyToAsync(text, cancel);
            if (text.Length > 0 && !request.HasJsonContentType())
                return (new TBody(), caller.Refuse(ApiRefusals.BodyNotJson));
            var body = text.Length == 0 ? new TBody() : JsonSerializer.Deserialize<TBody>(text.ToArray(), ApiJson.Options) ?? new TBody();
            var wrong = BodyChecks.Of(body, caller.Language);
            return (body, wrong.Count > 0 ? caller.Refuse(ApiRefusals.BodyInvalid, wrong) : null);
        }
        catch (JsonException e)
        {
            // The message names types of the program; the place is enough to find it.
            var member = e.Path is { Length: > 2 } path ? path[2..] : "$";
            var wrong = new Dictionary<string, string[]> { [member] = [caller.Say(BodyChecks.NotUnderstood)] };
            return (new TBody(), caller.Refuse(ApiRefusals.BodyInvalid, wrong));
        }
    }

    private static string Hash(params byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in parts)
        {
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
