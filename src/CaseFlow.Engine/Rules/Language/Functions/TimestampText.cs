using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>RFC 3339: <c>2009-02-13T23:31:30.5+08:00</c>.</summary>
internal static partial class TimestampText
{
    public static CelTimestamp Parse(string text)
    {
        var match = Format().Match(text);
        if (!TryParseTime(match.Groups["time"].ValueSpan, out var time))
            throw Errors.Conversion(text, "timestamp");

        var seconds = (time.Ticks / TimeSpan.TicksPerSecond) + CelTimestamp.MinSeconds;
        var nanos = match.Groups["nanos"].Value.PadRight(9, '0');
        return CelTimestamp.Checked(seconds - Offset(match, text), int.Parse(nanos, CultureInfo.InvariantCulture));
    }

    private static bool TryParseTime(ReadOnlySpan<char> text, out DateTime time) =>
        DateTime.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static int Offset(Match match, string text)
    {
        if (!match.Groups["sign"].Success)
            return 0;

        var hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture);
        if (hours > 23 || minutes > 59)
            throw Errors.Conversion(text, "timestamp");

        return (match.Groups["sign"].Value == "-" ? -1 : 1) * ((hours * 3600) + (minutes * 60));
    }

    [GeneratedRegex(
        @"\A(?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<nanos>[0-9]{1,9}))?"
        + @"(Z|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Format();
}
