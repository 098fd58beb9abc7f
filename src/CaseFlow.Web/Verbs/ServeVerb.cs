using System.CommandLine;
using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.Connections;

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
            try
            {
                await app.RunAsync(cancel);
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                throw new SetupException($"{e.Message} Another program has it, perhaps a CaseFlow that is running already. Name other addresses: --urls=http://localhost:5001", e);
            }

            return 0;
        });
        add(verb);
    }
}
