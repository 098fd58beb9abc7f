using System.Net;
using System.Text.RegularExpressions;

namespace CaseFlow.Benchmarks.Serving;

/// <summary>A page that somebody asks for.</summary>
/// <param name="Kind">What the figures are told by.</param>
internal sealed record Visit(string Kind, HttpClient Visitor, string Page);

/// <summary>The people of a county, signed in, and what each of them looks at in what share.</summary>
internal sealed partial class Visitors : IDisposable
{
    private readonly List<HttpClient> clients = [];
    private readonly List<(int Share, Func<Random, Visit> Ask)> kinds = [];
    private readonly int shares;

    private Visitors(ServedCounty county, IReadOnlyList<HttpClient> counselors, IReadOnlyList<HttpClient> teachers, HttpClient head)
    {
        clients.AddRange([.. counselors, .. teachers, head]);
        Add(20, "list of the day", counselors, _ => "/today");
        Add(10, "board", counselors, _ => "/cases");
        Add(10, "list of cases", counselors, r => $"/cases/list?page={r.Next(1, 20)}");
        Add(25, "case", counselors, r => county.CasePages[r.Next(county.CasePages.Count)]);
        Add(5, "children", counselors, _ => "/children");
        Add(10, "tasks of a counselor", counselors, _ => "/tasks");
        Add(5, "queue of escalations", [head], _ => "/escalations");
        Add(10, "tasks of a class teacher", teachers, _ => "/tasks");
        Add(5, "children of a class teacher", teachers, _ => "/children");
        shares = kinds.Sum(k => k.Share);
    }

    public static async Task<Visitors> SignInAsync(ServedCounty county, Uri address)
    {
        var counselors = new List<HttpClient>();
        foreach (var name in county.Counselors)
            counselors.Add(await SignedInAsync(address, name));
        var teachers = new List<HttpClient>();
        foreach (var name in county.ClassTeachers)
            teachers.Add(await SignedInAsync(address, name));
        return new Visitors(county, counselors, teachers, await SignedInAsync(address, county.HeadTeacher));
    }

    /// <summary>The next page that somebody asks for; the same random numbers give the same visits.</summary>
    public Visit Next(Random random)
    {
        var at = random.Next(shares);
        foreach (var (share, ask) in kinds)
        {
            if (at < share)
                return ask(random);
            at -= share;
        }

        throw new InvalidOperationException("the shares are all there are");
    }

    public void Dispose() => clients.ForEach(c => c.Dispose());

    private void Add(int share, string kind, IReadOnlyList<HttpClient> visitors, Func<Random, string> page) =>
        kinds.Add((share, random => new Visit(kind, visitors[random.Next(visitors.Count)], page(random))));

    private static async Task<HttpClient> SignedInAsync(Uri address, string user)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        var form = await client.GetStringAsync("sign-in");
        var hidden = HiddenField().Matches(form[form.IndexOf("id=\"sign-in\"", StringComparison.Ordinal)..])
            .DistinctBy(m => m.Groups[1].Value).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var content = new FormUrlEncodedContent([.. hidden, KeyValuePair.Create("user", user), KeyValuePair.Create("password", ServedCounty.Password)]);
        using var answer = await client.PostAsync("sign-in", content);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{user} does not get in: {answer.StatusCode}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
