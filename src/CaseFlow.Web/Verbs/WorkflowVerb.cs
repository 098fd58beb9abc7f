using System.CommandLine;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary><c>workflow export</c>, in a build with Elsa: the workflow in force as a file for its designer to show.</summary>
internal static class WorkflowVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame, Func<WorkflowDefinition, string> export)
    {
        var file = new Argument<string>("file") { Description = "The JSON file to write." };
        var verb = new Command("export", "Writes the workflow in force as JSON that Elsa's designer can import and show.") { file };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            var (path, workflow) = (parsed.GetRequiredValue(file), services.GetRequiredService<CurrentPolicy>().Get().Workflow);
            await File.WriteAllTextAsync(path, export(workflow), cancel);
            output.Result(new { file = path, workflow = workflow.Id, version = workflow.Version }, [$"The workflow '{workflow.Id}' is in {path}."]);
            return 0;
        });
        add(new Command("workflow", "The life of a case.") { verb });
    }
}
