using System.Text;

namespace CaseFlow.TestSchools;

/// <summary>How a school writes its files; the contract allows every mixture.</summary>
public sealed record CsvStyle
{
    /// <summary>UTF-8 without a byte order mark, commas, English, dates as 2026-03-02.</summary>
    public static CsvStyle Plain { get; } = new();

    /// <summary>What an old office program in China saves: GB18030, everything in Chinese.</summary>
    public static CsvStyle ChineseOffice { get; } = new()
    {
        Gb18030 = true,
        ChineseHeaders = true,
        ChineseValues = true,
        Dates = DateStyle.Chinese,
    };

    public bool Gb18030 { get; init; }

    public bool ByteOrderMark { get; init; }

    public bool ChineseHeaders { get; init; }

    public bool ChineseValues { get; init; }

    /// <summary>Comma, semicolon or tab.</summary>
    public char Separator { get; init; } = ',';

    public DateStyle Dates { get; init; }

    internal Encoding Encoding => Gb18030
        ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: ByteOrderMark);
}

/// <summary>The three ways in which the contract lets a date be written.</summary>
public enum DateStyle
{
    /// <summary>2026-03-02.</summary>
    Iso,

    /// <summary>2026/3/2.</summary>
    Slashes,

    /// <summary>2026年3月2日.</summary>
    Chinese,
}
