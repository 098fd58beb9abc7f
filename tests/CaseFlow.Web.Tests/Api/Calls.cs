using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Tests.Api;

/// <summary>How tests call the API.</summary>
internal static class Calls
{
    /// <summary>A POST under a key of its own, or under a given one.</summary>
    public static async Task<HttpResponseMessage> GiveAsync(this HttpClient client, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = JsonContent.Create(body ?? new { }) };
        request.Headers.Add("Idempotency-Key", key ?? Ids.Next().ToString());
        return await client.SendAsync(request);
    }

    /// <summary>Files for an import.</summary>
    public static Task<HttpResponseMessage> GiveFilesAsync(this HttpClient client, string? key, params (string Name, string Text)[] files) =>
        client.GiveBytesAsync(key, [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    /// <summary>Files for an import, workbooks among them.</summary>
    public static async Task<HttpResponseMessage> GiveBytesAsync(this HttpClient client, string? key, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = form };
        request.Headers.Add("Idempotency-Key", key ?? Ids.Next().ToString());
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> ReadAsync(this HttpClient client, string path) => client.GetAsync("/api/v1" + path);

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        var response = await client.ReadAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    public static async Task ShouldBeDoneAsync(this Task<HttpResponseMessage> call)
    {
        var response = await call;
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Asserts a problem and returns it.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, int status, string id)
    {
        ((int)response.StatusCode).ShouldBe(status, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        problem.GetProperty("id").GetString().ShouldBe(id);
        problem.GetProperty("type").GetString().ShouldBe("urn:caseflow:refusal:" + id);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    /// <summary>Records an observation of today.</summary>
    public static Task<HttpResponseMessage> ObserveAsync(this ApiHost host, StaffMember who, Child child, string kind, int severity, string? key = null) =>
        host.As(who).GiveAsync($"/children/{child.Id.Value}/observations", new { date = host.Today, kind, severity, note = "看到的情况" }, key);

    /// <summary>A child with an open case of level 2 or 3, not yet taken.</summary>
    public static async Task<Child> ChildWithCaseAsync(this ApiHost host, int level = 2)
    {
        var child = await host.ChildAsync();
        await host.ObserveAsync(host.TeacherOfOne, child, level == 2 ? "bullied" : "night-missing", 2).ShouldBeDoneAsync();
        return child;
    }

    public static string Case(this Child child, string action = "") => $"/cases/{child.Id.Value}/1{(action.Length > 0 ? "/" + action : "")}";
}
