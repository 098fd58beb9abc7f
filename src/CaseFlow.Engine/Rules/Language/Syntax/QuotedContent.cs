using System.Text;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>What stands between quotes, collected as characters or as bytes.</summary>
internal sealed class QuotedContent
{
    private readonly StringBuilder? _text;
    private readonly MemoryStream? _bytes;

    public QuotedContent(StringBuilder text) => _text = text;

    public QuotedContent(MemoryStream bytes) => _bytes = bytes;

    public bool IsBytes => _bytes is not null;

    public object Value => _bytes is not null ? _bytes.ToArray() : _text!.ToString();

    public void Add(Rune rune)
    {
        if (_bytes is null)
        {
            _text!.Append(rune.ToString());
            return;
        }

        Span<byte> utf8 = stackalloc byte[4];
        _bytes.Write(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    /// <summary>A number from 0 to 255 given by an escape: a code point in a string, an octet in bytes.</summary>
    public void AddOctet(int value)
    {
        if (_bytes is null)
            Add(new Rune(value));
        else
            _bytes.WriteByte((byte)value);
    }
}
