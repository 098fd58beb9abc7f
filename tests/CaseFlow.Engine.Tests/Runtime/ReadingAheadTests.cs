using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using Shouldly;
using Xunit;

namespace CaseFlow.Engine.Tests.Runtime;

public sealed class ReadingAheadTests
{
    private static readonly ClassRoom[][] Parts = [.. Enumerable.Range(1, 4).Select(i => new[] { new ClassRoom { Name = $"{i}" } })];

    private readonly List<string> story = [];

    [Fact]
    public async Task Parts_come_in_order_and_the_next_is_read_before_the_one_at_hand_is_worked_on()
    {
        await foreach (var (rooms, read) in new ReadingAhead<string>(work => work()).OfAsync(Parts, ReadAsync))
            story.Add($"work {rooms[0].Name} {read}");

        story.ShouldBe(["read 1", "read 2", "work 1 a", "read 3", "work 2 aa", "read 4", "work 3 aaa", "work 4 aaaa"]);
    }

    [Fact]
    public async Task Who_stops_early_waits_for_the_reading_under_way_and_begins_no_other()
    {
        var gate = new TaskCompletionSource();
        var work = WorkAsync();

        story.ShouldNotContain("stopped");
        gate.SetResult();
        await work;

        story.ShouldBe(["read 1", "read 2", "stopped"]);

        async Task WorkAsync()
        {
            await foreach (var _ in new ReadingAhead<string>(Beside).OfAsync(Parts, ReadAsync))
                break;
            story.Add("stopped");
        }

        async Task Beside(Func<Task> read)
        {
            if (story.Count == 1)
                await gate.Task;
            await read();
        }
    }

    [Fact]
    public async Task An_error_in_reading_comes_after_the_work_on_what_was_read_before_it()
    {
        var reading = new ReadingAhead<string>(work => work()).OfAsync(Parts, rooms => rooms[0].Name == "3" ? throw new InvalidOperationException("x") : ReadAsync(rooms));

        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var (rooms, _) in reading)
                story.Add($"work {rooms[0].Name}");
        });

        story.ShouldBe(["read 1", "read 2", "work 1", "work 2"]);
    }

    private Task<string> ReadAsync(ClassRoom[] rooms)
    {
        story.Add($"read {rooms[0].Name}");
        return Task.FromResult(new string('a', int.Parse(rooms[0].Name, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
