using System.CommandLine;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary><c>serve</c>: the web application and the background work.</summary>
internal static class ServeVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var verb = new Command("serve", "The web application and the background work.");
        verb.SetAction(async (_, cancel) =>
        {
            await using var app = await WebSite.BuildAsync(frame.Settings, cancel: cancel);
            await app.RunAsync(cancel);
            return 0;
        });
        add(verb);
    }
}
