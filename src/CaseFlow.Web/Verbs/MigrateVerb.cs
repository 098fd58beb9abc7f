using System.CommandLine;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary><c>migrate</c>: brings the database up to the program's version.</summary>
internal static class MigrateVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var verb = new Command("migrate", "Brings the database up to the program's version.");
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var services = CaseFlowHost.Builder(frame.Settings).Services.BuildServiceProvider();
            var databases = services.GetRequiredService<Databases>();
            await databases.MigrateAsync(cancel);
            frame.OutputFor(parsed).Result(new { ok = true, provider = databases.Provider }, [$"The {databases.Provider} database is at this version."]);
            return 0;
        });
        add(verb);
    }
}
