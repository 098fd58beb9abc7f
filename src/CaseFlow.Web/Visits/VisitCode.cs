using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Visits;

/// <summary>The code on the paper of a visit: eight characters that say nothing of the child, the last of which checks the others.</summary>
/// <remarks>
/// Made from the ids of child and task, so that nothing has to be stored. The number of symbols is a prime and every place weighs
/// differently: one wrong character, or two that changed places, is always found.
/// </remarks>
public static class VisitCode
{
    /// <summary>Without 0, 1, I, L and O, which are taken for one another in handwriting.</summary>
    public const string Symbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int Length = 8;

    /// <summary>What the weight of the last place has to be multiplied by to give 1: 4 x 8 = 1, modulo 31.</summary>
    private const int InverseOfLast = 4;

    /// <summary>The code as it is printed: <c>K7M2-QFXH</c>.</summary>
    public static string Of(ChildId child, TaskNo task)
    {
        Span<byte> about = stackalloc byte[20];
        child.Value.TryWriteBytes(about, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(about[16..], task.Value);
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(about));
        Span<int> places = stackalloc int[Length];
        for (var i = 0; i < Length - 1; i++, number /= (ulong)Symbols.Length)
            places[i] = (int)(number % (ulong)Symbols.Length);
        places[^1] = (Symbols.Length - (Sum(places[..^1]) % Symbols.Length)) * InverseOfLast % Symbols.Length;
        var code = new StringBuilder(Length + 1);
        foreach (var place in places)
            code.Append(Symbols[place]);
        return code.Insert(Length / 2, '-').ToString();
    }

    /// <summary>The code that somebody typed, as it is printed; null where it is none. Case, width, blanks and hyphens do not matter.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c)));
        if (code.Length != Length)
            return null;
        Span<int> places = stackalloc int[Length];
        for (var i = 0; i < Length; i++)
        {
            places[i] = Symbols.IndexOf(code[i], StringComparison.Ordinal);
            if (places[i] < 0)
                return null;
        }

        return Sum(places) % Symbols.Length == 0 ? code.Insert(Length / 2, "-") : null;
    }

    private static int Sum(ReadOnlySpan<int> places)
    {
        var sum = 0;
        for (var i = 0; i < places.Length; i++)
            sum += (i + 1) * places[i];
        return sum;
    }
}
