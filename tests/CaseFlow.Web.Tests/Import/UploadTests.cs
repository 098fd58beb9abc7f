using System.Net;
using System.Text;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Import;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Import;

/// <summary>The program itself, to somebody who uploads files.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private WebApplication app = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        app = await WebSite.BuildAsync(["--urls=http://127.0.0.1:0", $"--Data:Folder={folder.Path}", "--Demo:Enabled=true", "--environment=Production"]);
        await app.StartAsync();
        browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.Single()) };
        (await browser.SignInAsync(browser.BaseAddress, "admin")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Theory]
    [InlineData("zh-CN", "没有保存任何内容")]
    [InlineData("en", "nothing was kept")]
    public async Task Of_more_than_it_takes_the_page_says_what_happened_and_what_to_do_and_takes_fewer_files(string language, string words)
    {
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var answer = await LookAsync(("a.csv", new byte[15 << 20]), ("b.csv", new byte[15 << 20]));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain(words);
        page.ShouldContain("25 MB");
        page.ShouldContain("import.too-large");
        page.ShouldContain("id=\"import-files\"");
        (await UploadsAsync()).ShouldBe(0);

        using var fewer = await LookAsync(("classes.csv", "class\n一班\n"u8.ToArray()));
        fewer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await UploadsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_more_than_it_takes_the_API_answers_with_a_problem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = Form(("a.csv", new byte[30 << 20])) };
        request.Headers.Add("Idempotency-Key", Ids.Next().ToString());
        using var answer = await browser.SendAsync(request);

        await answer.ShouldBeProblemAsync(413, "import.too-large");
        (await UploadsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("--x\r\nnothing")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=files; filename=a.csv\r\n\r\ncut off")]
    public async Task What_is_no_form_is_a_request_that_is_not_in_order(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        request.Headers.Add("Idempotency-Key", Ids.Next().ToString());
        using var answer = await browser.SendAsync(request);

        await answer.ShouldBeProblemAsync(400, "request.bad");
    }

    [Fact]
    public async Task The_page_of_a_register_with_two_columns_a_day_says_which_mark_counts()
    {
        var sheet = "姓名,1上午,1下午,2上午,2下午,3上午,3下午,4上午,4下午,5上午,5下午\n甲一,√,×\n"u8.ToArray();
        using var seen = await LookAsync(("2月.csv", sheet));
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var page = await browser.GetStringAsync($"{seen.RequestMessage!.RequestUri!.AbsolutePath}/sheets/1");

        page.ShouldContain("The sheet has several columns for a day");
        page.ShouldContain("5下午 (K)");
    }

    private async Task<HttpResponseMessage> LookAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var form = Form(files);
        foreach (var (name, value) in new[] { ("_handler", "act"), ("do", "look"), (PageForms.Token, PageForms.TokenOf(await browser.GetStringAsync("/admin/import"), "look")) })
            form.Add(new StringContent(value), name);
        return await browser.PostAsync("/admin/import", form);
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        return form;
    }

    private async Task<int> UploadsAsync()
    {
        using var db = app.Services.GetRequiredService<CareRuntime>().Open();
        return await db.Uploads.CountAsync();
    }
}
