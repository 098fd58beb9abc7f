namespace CaseFlow.Benchmarks.Counties;

/// <summary>Ids in the order of their numbers, shaped as UUID version 7.</summary>
internal static class NumberedIds
{
    /// <param name="kind">What is numbered: ids of different kinds never meet.</param>
    public static Guid Of(int kind, long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number);
        bytes[0] = 0x01;
        bytes[1] = 0x90;
        bytes[6] = 0x70;
        bytes[7] = (byte)kind;
        bytes[8] = (byte)(0x80 | bytes[8]);
        return new Guid(bytes, bigEndian: true);
    }
}
