namespace CaseFlow.Web.Tests;

/// <summary>Ids for tests: each is new in the run, sorts by the order of its making, and asks neither clock nor chance.</summary>
internal static class Ids
{
    private static int made;

    public static Guid Next() => new(Interlocked.Increment(ref made), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
