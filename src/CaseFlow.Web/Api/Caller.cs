using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Api;

/// <summary>Who asks, and in which language the answer is.</summary>
internal sealed record Caller(SignedIn Who, CultureInfo Language)
{
    public static Caller Of(HttpContext http) => new(
        SignedIn.From(http.User) ?? throw new InvalidOperationException("an endpoint of the API was reached without sign-in"),
        AskedLanguage.Of(http.Request));

    public string Say(Words words) => words.In(Language);

    public IResult Refuse(Refusal refusal, IReadOnlyDictionary<string, string[]>? errors = null) => Problem.Of(refusal, Language, errors);
}
