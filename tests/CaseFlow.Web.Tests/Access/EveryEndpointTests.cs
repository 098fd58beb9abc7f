using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Web.Access;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Api;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Web.Tests.Access;

/// <summary>
/// Walks every endpoint that the site maps with every role. Whoever adds an endpoint says in <c>endpoints.txt</c> who gets in: the
/// method, the route, and the roles (<c>-</c> nobody, <c>*</c> whoever is signed in, <c>anyone</c> without an account); and which scope opens
/// it to the tokens of other systems, where one does. Behind the door
/// a page still shows only the children that the person may see; other tests hold that.
/// </summary>
public sealed partial class EveryEndpointTests(EveryEndpointTests.Site site) : IClassFixture<EveryEndpointTests.Site>
{
    private static readonly string[] Roles = [.. DemonstrationAccounts.All.Select(a => a.UserName)];

    [Fact]
    public async Task Each_endpoint_lets_in_those_whom_the_table_names_and_nobody_else()
    {
        var expected = (await TableAsync()).Where(l => !l.StartsWith("token ", StringComparison.Ordinal)).ToList();
        var found = new List<string>();
        foreach (var route in site.Routes("GET", "POST", "PUT", "DELETE", "PATCH"))
        {
            foreach (var method in site.MethodsOf(route).Where(m => m is not "HEAD"))
            {
                var inside = new List<string>();
                foreach (var role in Roles)
                {
                    if (IsIn(await site.As(role).SendAsync(Request(method, route))))
                        inside.Add(role);
                }

                var open = IsIn(await site.Nobody.SendAsync(Request(method, route)));
                found.Add($"{method} {route} {(open ? "anyone" : inside.Count == Roles.Length ? "*" : inside.Count == 0 ? "-" : string.Join(' ', inside))}");
            }
        }

        found.Sort(StringComparer.Ordinal);
        found.Except(expected).ShouldBeEmpty("an endpoint that lets in others than endpoints.txt says, or that is not in it");
        expected.Except(found).ShouldBeEmpty("a line of endpoints.txt for which there is no endpoint, or that lets in others");
    }

    [Fact]
    public async Task A_token_is_let_in_where_its_scope_says_and_nowhere_else()
    {
        var expected = (await TableAsync()).Where(l => l.StartsWith("token ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var found = new List<string>();
        foreach (var scope in OtherSystem.Scopes)
        {
            using var system = await site.WithTokenAsync(scope);
            foreach (var route in site.Routes("GET", "POST", "PUT", "DELETE", "PATCH"))
            {
                foreach (var method in site.MethodsOf(route))
                {
                    if (IsIn(await system.SendAsync(Request(method, route))) && !IsIn(await site.Nobody.SendAsync(Request(method, route))))
                        found.Add($"token {scope}: {method} {route}");
                }
            }
        }

        found.Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public async Task No_change_is_made_for_a_page_of_another_site()
    {
        var routes = site.Routes("POST", "PUT", "DELETE", "PATCH");
        routes.Count.ShouldBeGreaterThan(20);
        var let = new List<string>();
        foreach (var route in routes)
        {
            foreach (var method in site.MethodsOf(route).Where(m => m is not "GET" and not "HEAD"))
            {
                foreach (var body in new HttpContent?[] { null, new StringContent("{}", null, "application/json"), new FormUrlEncodedContent([KeyValuePair.Create("_handler", "act")]) })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), Address(route)) { Content = body };
                    request.Headers.Add("Sec-Fetch-Site", "cross-site");
                    request.Headers.Add("Idempotency-Key", Ids.Next().ToString());
                    using var response = await site.As(Insider(route)).SendAsync(request);
                    if ((int)response.StatusCode is not (400 or 403 or 415))
                        let.Add($"{method} {route}: {(int)response.StatusCode}");
                }
            }
        }

        let.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> TableAsync() =>
        (await File.ReadAllLinesAsync(Path.Combine(TestInstallation.Root, "tests", "CaseFlow.Web.Tests", "Access", "endpoints.txt"))).Where(l => l.Length > 0 && l[0] != '#');

    /// <summary>What anybody could send who knows no more than the address: with an empty body and a key of its own where it changes something.</summary>
    private static HttpRequestMessage Request(string method, string route)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), Address(route));
        if (method == "GET")
            return request;
        request.Content = route.EndsWith("/imports/", StringComparison.Ordinal) ? new MultipartFormDataContent() : new StringContent("{}", null, "application/json");
        request.Headers.Add("Idempotency-Key", Ids.Next().ToString());
        return request;
    }

    private static bool IsIn(HttpResponseMessage response)
    {
        using (response)
        {
            return !IsTurnedAway(response) && response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
        }
    }

    private static bool IsTurnedAway(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.Redirect
        && response.Headers.Location?.ToString() is { } to && (to.Contains(SignIn.Path, StringComparison.Ordinal) || to.Contains(SignIn.DeniedPath, StringComparison.Ordinal));

    /// <summary>An address of the route, about a child, rule and number that are not there; with what some of them must be asked with.</summary>
    private static string Address(string route) => Place().Replace(route, m => m.Value.Contains("guid", StringComparison.OrdinalIgnoreCase) ? Guid.Empty.ToString()
        : m.Value.Contains("int", StringComparison.Ordinal) ? "1" : "none") + $"?figure=pupils&from={Guid.Empty}&to={Guid.Empty}";

    /// <summary>Somebody whom the endpoint lets in, so that nothing but where the request comes from is in its way.</summary>
    private static string Insider(string route) => route.Contains("admin", StringComparison.Ordinal) || route.StartsWith("/rules/set", StringComparison.Ordinal) ? "admin" : route == "/register" ? "teacher" : "head";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();

    /// <summary>The whole site with the demonstration school, and everybody signed in by the form.</summary>
    public class Site : IAsyncLifetime
    {
        private readonly string data = Directory.CreateTempSubdirectory("caseflow-walk-").FullName;
        private readonly Dictionary<string, HttpClient> clients = [];
        private WebApplication app = null!;
        private List<(string Route, IReadOnlyList<string> Methods)> endpoints = [];

        public HttpClient Nobody { get; private set; } = null!;

        public IServiceProvider Services => app.Services;

        public HttpClient As(string user) => clients[user];

        /// <summary>Another system with a token of one scope.</summary>
        public async Task<HttpClient> WithTokenAsync(string scope)
        {
            var admin = new SignedIn(new(Ids.Next()), new HashSet<string> { Engine.Children.Roles.Administrator });
            var (secret, _) = await Services.GetRequiredService<ApiTokens>().MakeAsync(admin, new TokenWish(scope, [scope], new DateOnly(2026, 3, 18)));
            var client = Client();
            client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
            return client;
        }

        /// <summary>Sends a form of a page, with the fields that are hidden in it.</summary>
        /// <param name="id">The form's id on the page.</param>
        public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string id, params (string Name, string Value)[] fields)
        {
            var form = await client.GetStringAsync(page);
            var hidden = HiddenField().Matches(form[form.IndexOf($"id=\"{id}\"", StringComparison.Ordinal)..])
                .DistinctBy(m => m.Groups[1].Value).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
            return await client.PostAsync(page, new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
        }

        public virtual async Task InitializeAsync()
        {
            app = await WebSite.BuildAsync(
                ["--urls=http://127.0.0.1:0", $"--Data:Folder={data}", "--Demo:Enabled=true", "--environment=Production"],
                services =>
                {
                    services.AddSingleton(s => ClockOf(s, new StandingClock { Now = new(2026, 3, 18, 2, 0, 0, TimeSpan.Zero) }));
                    services.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
                });
            await app.StartAsync();
            // Once: a group builds its endpoints anew whenever it is asked for them.
            endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]))];
            Nobody = Client();
            foreach (var (user, _) in DemonstrationAccounts.All)
                clients[user] = await SignedInAsync(user);
        }

        /// <summary>The clock of the site: one that stands still, and that nobody can move.</summary>
        protected virtual TimeProvider ClockOf(IServiceProvider services, TimeProvider standing) => standing;

        public async Task DisposeAsync()
        {
            foreach (var client in clients.Values.Append(Nobody))
                client.Dispose();
            await app.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }

        public List<string> Routes(params string[] methods) =>
            [.. endpoints.Where(e => e.Methods.Intersect(methods).Any()).Select(e => e.Route).Distinct().Order(StringComparer.Ordinal)];

        public IEnumerable<string> MethodsOf(string route) => endpoints.Where(e => e.Route == route).SelectMany(e => e.Methods).Distinct();

        private async Task<HttpClient> SignedInAsync(string user)
        {
            var client = Client();
            using var response = await SendAsync(client, SignIn.Path, "sign-in", ("user", user), ("password", DemonstrationAccounts.Password));
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{user} signs in");
            return client;
        }

        private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true, CheckCertificateRevocationList = true }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    [GeneratedRegex("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    internal static partial Regex HiddenField();
}
