using CaseFlow.Engine.Definitions;
using CaseFlow.Web.Setup;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Web.Tests.Setup;

/// <summary>A change of the rule files comes into force by itself, or is refused with the old ones staying.</summary>
public sealed class CurrentPolicyTests : IDisposable
{
    private readonly TestInstallation installation = new();
    private readonly TempFolder rules = new();
    private readonly HandClock clock = new();
    private readonly Heard heard = new();
    private readonly CurrentPolicy current;

    public CurrentPolicyTests()
    {
        foreach (var file in Directory.EnumerateFiles(TestInstallation.RulesFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(rules.Path, Path.GetRelativePath(TestInstallation.RulesFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        current = new CurrentPolicy(rules.Path, installation.Open, clock, heard);
    }

    private string Health => Path.Combine(rules.Path, "flags", "health.yaml");

    public void Dispose()
    {
        rules.Dispose();
        installation.Dispose();
    }

    [Fact]
    public void A_changed_file_is_in_force_after_a_second_with_a_version_of_its_own()
    {
        var before = current.Get();
        Change("en: Unwell", "en: Poorly");

        current.Get().ShouldBeSameAs(before, "looked at less than a second ago");
        clock.Pass(CurrentPolicy.CheckEvery);

        var after = current.Get().Rules.Rules.Single(r => r.Id == "health");
        after.Title.En.ShouldBe("Poorly");
        after.FileVersion.ShouldNotBe(before.Rules.Rules.Single(r => r.Id == "health").FileVersion);
        current.LastProblems.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_in_order_is_refused_and_the_old_rules_stay()
    {
        var before = current.Get();
        Change("size(evidence)", "sise(evidence)");
        clock.Pass(CurrentPolicy.CheckEvery);

        current.Get().ShouldBeSameAs(before);
        current.LastProblems.ShouldContain(p => p.File == "flags/health.yaml" && p.Line > 1);
        for (var i = 0; i < 3; i++)
        {
            clock.Pass(CurrentPolicy.CheckEvery);
            current.Get();
        }

        heard.Errors.Count.ShouldBe(1, "said once, not at every look");

        Change("sise(evidence)", "size(evidence)");
        clock.Pass(CurrentPolicy.CheckEvery);
        current.Get().ShouldBeSameAs(before, "the same content is the same policy");
        current.LastProblems.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_only_touched_changes_nothing()
    {
        var before = current.Get();
        File.SetLastWriteTimeUtc(Health, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        clock.Pass(CurrentPolicy.CheckEvery);

        current.Get().ShouldBeSameAs(before);
    }

    [Fact]
    public void A_new_file_and_a_removed_one_are_changes()
    {
        current.Get();
        File.Delete(Health);
        clock.Pass(CurrentPolicy.CheckEvery);

        current.Get().Rules.Rules.ShouldNotContain(r => r.Id == "health");
    }

    [Fact]
    public void A_folder_that_has_gone_leaves_the_rules_in_force()
    {
        var before = current.Get();
        Directory.Move(rules.Path, rules.Path + "-away");
        clock.Pass(CurrentPolicy.CheckEvery);

        current.Get().ShouldBeSameAs(before);
        current.LastProblems.ShouldNotBeEmpty();
        Directory.Move(rules.Path + "-away", rules.Path);
    }

    [Fact]
    public void Files_that_are_wrong_from_the_start_are_an_error()
    {
        Change("size(evidence)", "sise(evidence)");

        Should.Throw<DefinitionException>(current.Get);
    }

    [Fact]
    public void Many_at_once_load_the_change_once()
    {
        current.Get();
        Change("en: Unwell", "en: Poorly");
        clock.Pass(CurrentPolicy.CheckEvery);

        var seen = new Engine.Cases.CarePolicy[64];
        Parallel.For(0, seen.Length, i => seen[i] = current.Get());

        current.Get().Rules.Rules.Single(r => r.Id == "health").Title.En.ShouldBe("Poorly");
        seen.Distinct().Count().ShouldBeInRange(1, 2, "the one before, for whoever asked while the change was loaded, and the one after");
    }

    /// <summary>Writes the file with a time of its own: two writes within one tick of the file system still differ.</summary>
    private void Change(string from, string to)
    {
        var text = File.ReadAllText(Health);
        text.ShouldContain(from);
        var written = File.GetLastWriteTimeUtc(Health);
        File.WriteAllText(Health, text.Replace(from, to, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(Health, written.AddSeconds(2));
    }

    private sealed class Heard : ILogger<CurrentPolicy>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
                Errors.Add(formatter(state, exception));
        }
    }
}
