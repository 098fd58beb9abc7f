using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Robots;

/// <summary>Says something to a group through its robot.</summary>
/// <remarks>
/// Both kinds take <c>{"msgtype":"text","text":{"content":…}}</c> and answer with <c>errcode</c>, 0 where the message is in the group.
/// Source: WeCom, 'Group robot configuration'; DingTalk, 'Custom robot' and its 'Security settings'.
/// </remarks>
internal sealed class RobotClient(IHttpClientFactory clients, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "robots";

    private readonly IDataProtector protector = protection.CreateProtector("CaseFlow.Robots");

    /// <summary>Protects an address or a secret for the database.</summary>
    public string Protect(string text) => protector.Protect(text);

    /// <param name="key">The same whenever the same is tried again: a receiver that looks at it can drop what it has already.</param>
    /// <returns>Null where the robot has it; otherwise why not, as a code (see <see cref="RobotFailure"/>).</returns>
    public async Task<string?> SendAsync(Robot robot, string text, string key, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(robot))
            {
                Content = JsonContent.Create(new { msgtype = "text", text = new { content = text } }),
            };
            request.Headers.Add("Idempotency-Key", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
            using var client = clients.CreateClient(Name);
            using var response = await client.SendAsync(request, cancel);
            if (!response.IsSuccessStatusCode)
                return $"{RobotFailure.Status}:{(int)response.StatusCode}";
            return await FailureInAsync(response, cancel);
        }
        catch (CryptographicException)
        {
            return RobotFailure.Unreadable;
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException || e.InnerException?.InnerException is PrivateAddressException)
        {
            return RobotFailure.PrivateAddress;
        }
        catch (HttpRequestException)
        {
            return RobotFailure.Unreachable;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return RobotFailure.NoAnswer;
        }
    }

    /// <summary>The signature that DingTalk asks for: HMAC-SHA256, under the secret, of the time in milliseconds, a line feed and the secret.</summary>
    internal static string Sign(string secret, string milliseconds) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{milliseconds}\n{secret}")));

    private Uri AddressOf(Robot robot)
    {
        var address = protector.Unprotect(robot.Address);
        if (robot.Secret is null)
            return new Uri(address);
        var secret = protector.Unprotect(robot.Secret);
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var joint = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new Uri($"{address}{joint}timestamp={at}&sign={Uri.EscapeDataString(Sign(secret, at))}");
    }

    private static async Task<string?> FailureInAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<Answer>(cancel);
            return answer?.ErrCode switch
            {
                0 => null,
                { } code => $"{RobotFailure.Refused}:{code}",
                null => RobotFailure.NotARobot,
            };
        }
        catch (JsonException)
        {
            return RobotFailure.NotARobot;
        }
    }

    private sealed record Answer(int? ErrCode);
}

/// <summary>Why a message did not get through: one of these, some with a number after a colon.</summary>
public static class RobotFailure
{
    public const string Status = "status";
    public const string Refused = "refused";
    public const string NotARobot = "not-a-robot";
    public const string Unreachable = "unreachable";
    public const string NoAnswer = "no-answer";
    public const string PrivateAddress = "private-address";
    public const string Unreadable = "unreadable";
}
