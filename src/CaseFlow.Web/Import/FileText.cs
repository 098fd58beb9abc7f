using System.Text;
using CaseFlow.Engine;

namespace CaseFlow.Web.Import;

/// <summary>The text of a file: strictly UTF-8 (with or without a mark) or GB18030; anything else is refused, never guessed.</summary>
internal sealed class FileText
{
    private readonly byte[] bytes;
    private readonly int start;
    private readonly Encoding encoding;

    private FileText(byte[] bytes, int start, Encoding encoding) => (this.bytes, this.start, this.encoding) = (bytes, start, encoding);

    /// <summary>Decodes the bytes, or says why that cannot be done.</summary>
    public static FileText? Of(byte[] bytes, out Words? refused)
    {
        refused = LooksLike(bytes) is { } other ? FileReasons.Encoding(other)
            : bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? FileReasons.Workbook
            : null;
        if (refused is not null)
            return null;
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        foreach (var encoding in start > 0 ? [Utf8] : new[] { Utf8, Gb18030 })
        {
            if (Decodes(encoding, bytes.AsSpan(start)))
                return new FileText(bytes, start, encoding);
        }

        refused = FileReasons.NoEncoding;
        return null;
    }

    /// <summary>A reader from the start of the text.</summary>
    public TextReader Open() => new StreamReader(new MemoryStream(bytes, start, bytes.Length - start, writable: false), encoding, false, 1 << 16);

    private static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static Encoding Gb18030 { get; } = Registered("GB18030");

    private static Encoding Registered(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static bool Decodes(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var decoder = encoding.GetDecoder();
        var chars = new char[1 << 16];
        try
        {
            while (true)
            {
                var part = bytes[..Math.Min(bytes.Length, 1 << 15)];
                bytes = bytes[part.Length..];
                decoder.GetChars(part, chars, flush: bytes.IsEmpty);
                if (bytes.IsEmpty)
                    return true;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>The name of a Unicode encoding of two or four bytes; null where the bytes do not look like one.</summary>
    /// <remarks>Headers, digits and separators have a zero byte in each character there; text in one of ours never has one.</remarks>
    private static string? LooksLike(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return "UTF-32";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return "UTF-16 (little-endian)";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return "UTF-16 (big-endian)";
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        // One zero byte may be a stray control character; that is for the cell to say.
        return even + odd < 4 ? null : odd > even ? "UTF-16 (little-endian)" : "UTF-16 (big-endian)";
    }
}
