using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Children;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Api;

public sealed partial class SignInTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Every_endpoint_requires_sign_in_and_says_so_without_leading_to_a_page()
    {
        var endpoints = Endpoints();
        endpoints.Count.ShouldBeGreaterThan(25);
        foreach (var endpoint in endpoints)
        {
            endpoint.Metadata.GetMetadata<IAllowAnonymous>().ShouldBeNull(endpoint.DisplayName);
            var path = PathOf(endpoint);
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single();
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            await (await host.As(null).SendAsync(request)).ShouldBeProblemAsync(401, "sign-in.needed");
        }
    }

    [Fact]
    public async Task Every_change_asks_for_a_key()
    {
        foreach (var endpoint in Endpoints().Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("POST")))
        {
            var answers = new List<HttpResponseMessage>();
            foreach (var who in new[] { host.Counselor, host.HeadTeacher, host.Administrator })
                answers.Add(await host.As(who).PostAsync(PathOf(endpoint), null));
            await answers.First(a => a.StatusCode != HttpStatusCode.Forbidden).ShouldBeProblemAsync(400, "idempotency.key-missing");
        }
    }

    [Fact]
    public async Task An_account_without_a_member_of_staff_gets_nowhere()
    {
        var client = host.As(null);
        client.DefaultRequestHeaders.Add(TestSignIn.Staff, "nobody");
        await (await client.ReadAsync("/me")).ShouldBeProblemAsync(403, "sign-in.not-staff");
    }

    [Fact]
    public async Task Time_is_moved_in_the_demonstration_school_alone()
    {
        await (await host.As(host.HeadTeacher).ReadAsync("/demonstration")).ShouldBeProblemAsync(404, "time.not-here");
        var pass = await host.As(host.HeadTeacher).GiveAsync("/demonstration/time", new { days = 7, effort = "usual" });
        await pass.ShouldBeProblemAsync(404, "time.not-here");
    }

    [Fact]
    public async Task Me_says_who_is_signed_in()
    {
        var me = await host.As(host.TeacherOfOne).JsonAsync("/me");
        me.GetProperty("staffNo").GetString().ShouldBe("T03");
        me.GetProperty("roles")[0].GetString().ShouldBe(Roles.ClassTeacher);
        me.GetProperty("seesEveryChild").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_change_that_another_site_makes_is_refused_although_the_person_is_signed_in(string header, string value)
    {
        var child = await host.ChildWithCaseAsync();
        var client = host.As(host.Counselor);
        client.DefaultRequestHeaders.Add(header, value);
        await (await client.GiveAsync(child.Case("take"))).ShouldBeProblemAsync(403, "request.cross-site");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://localhost")]
    public async Task A_change_that_a_page_of_this_site_makes_is_carried_out(string header, string value)
    {
        var child = await host.ChildWithCaseAsync();
        var client = host.As(host.Counselor);
        client.DefaultRequestHeaders.Add(header, value);
        await client.GiveAsync(child.Case("take")).ShouldBeDoneAsync();
    }

    private static string PathOf(RouteEndpoint endpoint) => Parameter().Replace(
        endpoint.RoutePattern.RawText!, m => m.Value.Contains("guid", StringComparison.Ordinal) ? Ids.Next().ToString() : "1");

    private List<RouteEndpoint> Endpoints() =>
        [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
