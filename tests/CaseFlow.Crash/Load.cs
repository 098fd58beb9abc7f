using System.Text.Json;

namespace CaseFlow.Crash;

/// <summary>What people do all at once: observe, note, take cases, finish tasks, ask, decide. Chosen with a seed from what the program shows.</summary>
internal sealed class Load(int seed, Person counselor, Person head, DateOnly today)
{
    private static readonly string[] Kinds = ["low-mood", "quarrel", "unwell", "truancy", "crying", "fight", "self-harm-talk"];

    private readonly Random chance = new(seed);
    private List<(Guid Child, int No)> cases = [];
    private List<(Guid Child, int No)> tasks = [];
    private List<(Guid Child, int No)> escalations = [];
    private int made;

    /// <summary>Looks at what there is to do.</summary>
    public async Task LookAsync(Uri node)
    {
        if (await counselor.ReadAsync(node, "cases?size=100") is { } all)
            cases = [.. Items(all).Select(c => (Child(c), c.GetProperty("no").GetInt32()))];
        if (await counselor.ReadAsync(node, "tasks?mine=true&size=100") is { } mine)
            tasks = [.. Items(mine).Select(t => (Child(t), t.GetProperty("no").GetInt32()))];
        if (await head.ReadAsync(node, "escalations?size=100") is { } asked)
            escalations = [.. Items(asked).Select(e => (Child(e), e.GetProperty("no").GetInt32()))];
    }

    /// <summary>The next thing that somebody wants.</summary>
    public (Person By, Change Change) Next()
    {
        lock (chance)
        {
            var mark = $"mark-{seed}-{++made}-";
            var (child, no) = cases[chance.Next(cases.Count)];
            return chance.Next(10) switch
            {
                0 => (counselor, Of($"cases/{child}/{no}/take", "{}", null)),
                1 or 2 => (counselor, Of($"cases/{child}/{no}/notes", Text("text"), mark)),
                3 => (counselor, Of($"children/{child}/harm-reports", $$"""{"to":"police","note":"{{mark}}"}""", mark)),
                4 => (counselor, Of($"cases/{child}/{no}/assess", Text("findings"), mark)),
                5 => (counselor, Of($"cases/{child}/{no}/escalate", $$"""{"reason":"{{mark}}","proposedStep":"step"}""", mark)),
                6 when escalations.Count > 0 => (head, Decided(escalations[chance.Next(escalations.Count)])),
                7 or 8 when tasks.Count > 0 => (counselor, Finished(tasks[chance.Next(tasks.Count)])),
                _ => (counselor, Of(
                    $"children/{child}/observations",
                    $$"""{"date":"{{today:yyyy-MM-dd}}","kind":"{{Kinds[chance.Next(Kinds.Length)]}}","severity":2,"note":"{{mark}}"}""", mark, observation: true)),
            };

            string Text(string member) => $$"""{"{{member}}":"{{mark}}"}""";

            Change Decided((Guid Child, int No) asked) => Of($"escalations/{asked.Child}/{asked.No}/approve", Text("conditions"), mark);

            Change Finished((Guid Child, int No) task) =>
                Of($"tasks/{task.Child}/{task.No}/complete", $$"""{"on":"{{today:yyyy-MM-dd}}","note":"{{mark}}"}""", mark);

            Change Of(string path, string body, string? text, bool observation = false) => new($"key-{seed}-{made}", path, body, text, observation);
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private static Guid Child(JsonElement line) => line.GetProperty("child").GetGuid();
}
