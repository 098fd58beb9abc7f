namespace CaseFlow.Engine.Rules.Language;

/// <summary>Joining strings, bytes and lists with +.</summary>
internal static class Concatenation
{
    [CelFunction("_+_")]
    public static string Join(string left, string right, ref long cost)
    {
        Cost.CheckLength(left.Length + right.Length, ref cost);
        return string.Concat(left, right);
    }

    [CelFunction("_+_")]
    public static byte[] Join(byte[] left, byte[] right, ref long cost)
    {
        Cost.CheckLength(left.Length + right.Length, ref cost);
        return [.. left, .. right];
    }

    [CelFunction("_+_", IsTotal = true)]
    public static IReadOnlyList<object?> Join(IReadOnlyList<object?> left, IReadOnlyList<object?> right, ref long cost)
    {
        Cost.Charge(1 + left.Count + right.Count, ref cost);
        return [.. left, .. right];
    }
}
