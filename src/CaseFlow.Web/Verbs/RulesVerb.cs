using System.CommandLine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary><c>rules</c> and its verbs; <c>rules check</c> loads the files of the rules folder, type-checks them, runs their examples.</summary>
internal static class RulesVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var folder = new Option<string?>("--rules") { Description = "Another folder than that of the settings." };
        var check = new Command("check", "Loads the rule, escalation and workflow files, type-checks them and runs the examples in them.") { folder };
        check.SetAction(parsed =>
        {
            var output = frame.OutputFor(parsed);
            using var services = CaseFlowHost.Builder(frame.Settings).Services.BuildServiceProvider();
            var where = parsed.GetValue(folder) ?? services.GetRequiredService<CurrentPolicy>().Folder;
            return Check(where, output);
        });
        add(new Command("rules", "The rules of the school.")
        {
            check, RulesExplainVerb.Make(frame), RulesBacktestVerb.Make(frame), RulesRecordVerb.Make(frame),
        });
    }

    private static int Check(string folder, Output output)
    {
        IReadOnlyList<FileProblem> problems = [];
        var (rules, escalations, stages) = (0, 0, 0);
        try
        {
            var policy = CarePolicyFiles.Load(folder);
            (rules, escalations, stages) = (policy.Rules.Rules.Count, policy.Escalations.All.Count, policy.Workflow.Stages.Count);
        }
        catch (DefinitionException e)
        {
            problems = e.Problems;
        }

        foreach (var problem in problems)
            output.Say(problem.ToString());
        output.Result(
            new { ok = problems.Count == 0, rules, escalations, stages, problems },
            [problems.Count == 0 ? $"{rules} rules, {escalations} escalation rules, {stages} stages: all in order." : $"{problems.Count} problems."]);
        return problems.Count == 0 ? 0 : 1;
    }
}
