using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Verbs;

namespace CaseFlow.Web.Tests.Setup;

/// <summary>Which engine each port runs on, in a build without the adapters.</summary>
public sealed class EnginesTests
{
    [Theory]
    [InlineData("--Engines:Rules=NRules", "Engines:Rules asks for NRules")]
    [InlineData("--Engines:Workflow=Elsa", "Engines:Workflow asks for Elsa")]
    [InlineData("--Engines:Scheduler=Hangfire", "Engines:Scheduler asks for Hangfire")]
    public async Task A_setting_that_asks_for_an_adapter_that_is_not_there_stops_the_program_and_says_how_to_get_it(string setting, string asks)
    {
        using var error = new StringWriter();

        (await CommandLine.RunAsync(["verify", setting], TextWriter.Null, error)).ShouldBe(1);

        error.ToString().ShouldStartWith(asks);
        error.ToString().ShouldContain("-p:Adapters=true");
    }

    [Fact]
    public void The_console_says_which_engine_each_port_runs_on() =>
        Engines.Line(new Settings()).ShouldBe("Engines: rules BuiltIn, workflow BuiltIn, scheduler Quartz, database Sqlite");

    [Fact]
    public void The_built_in_engines_are_those_that_the_policy_came_with()
    {
        var policy = CarePolicyFiles.Load(TestInstallation.RulesFolder);

        var chosen = Engines.On(new EngineSettings(), policy);

        chosen.RuleEngine.ShouldBeSameAs(policy.RuleEngine);
        chosen.Engine.ShouldBeOfType<WorkflowInterpreter>();
    }

    [Fact]
    public void A_build_without_Elsa_has_no_export_for_its_designer() => Engines.Export.ShouldBeNull();
}
