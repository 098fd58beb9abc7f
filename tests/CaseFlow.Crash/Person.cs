using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CaseFlow.Web.Accounts;

namespace CaseFlow.Crash;

/// <summary>An answer, or that none came.</summary>
internal sealed record Reply(HttpStatusCode? Status, string Body)
{
    public static readonly Reply None = new(null, "");

    /// <summary>Done, now or by an earlier attempt.</summary>
    public bool IsDone => Status is HttpStatusCode.OK or HttpStatusCode.Created;

    /// <summary>Refused by a rule; a node that broke or was busy says so and is asked again.</summary>
    public bool IsRefused => Status is { } status && (int)status is >= 400 and < 500 && !Body.Contains("\"service.", StringComparison.Ordinal);
}

/// <summary>A member of staff at a browser: signed in, and at whichever node answers.</summary>
internal sealed partial class Person(string user) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false }) { Timeout = Patience };

    public async Task SignInAsync(Uri node)
    {
        var page = await http.GetStringAsync(new Uri(node, "sign-in"));
        var form = page[page.IndexOf("id=\"sign-in\"", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)])
            .Select(m => KeyValuePair.Create(Name().Match(m.Value).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(m.Value).Groups[1].Value)))
            .Append(KeyValuePair.Create("user", user)).Append(KeyValuePair.Create("password", DemonstrationAccounts.Password));
        using var filled = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(node, "sign-in"), filled);
        if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.Redirect))
            throw new InvalidOperationException($"{user} cannot sign in: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<JsonElement?> ReadAsync(Uri node, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(node, $"api/v1/{path}"));
            return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    public async Task<Reply> AskAsync(Uri node, Change change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node, $"api/v1/{change.Path}"));
        request.Headers.Add("Idempotency-Key", change.Key);
        request.Content = new StringContent(change.Body, Encoding.UTF8, "application/json");
        try
        {
            using var answer = await http.SendAsync(request);
            return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return Reply.None;
        }
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
