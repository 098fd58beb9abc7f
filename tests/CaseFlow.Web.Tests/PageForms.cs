using CaseFlow.Web.Accounts;

namespace CaseFlow.Web.Tests;

/// <summary>Sends the forms of pages as a browser does.</summary>
internal static class PageForms
{
    /// <summary>Signs somebody of the demonstration school in; gives the page to which that led.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient browser, Uri site, string user)
    {
        var address = new Uri(site, "/sign-in");
        using var sent = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "act",
            ["do"] = "sign-in",
            ["user"] = user,
            ["password"] = DemonstrationAccounts.Password,
            [Token] = TokenOf(await browser.GetStringAsync(address), "sign-in"),
        });
        return await browser.PostAsync(address, sent);
    }

    public const string Token = "__RequestVerificationToken";

    /// <summary>What the form of that id in a page must send against forgery.</summary>
    public static string TokenOf(string page, string form)
    {
        var at = page.IndexOf($"id=\"{form}\"", StringComparison.Ordinal);
        at = page.IndexOf("value=\"", page.IndexOf($"name=\"{Token}\"", at, StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        return page[at..page.IndexOf('"', at)];
    }
}
