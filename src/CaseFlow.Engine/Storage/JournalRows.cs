using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Storage;

/// <summary>Rows of the journal: made from events, turned back into them, and chained by their hashes.</summary>
public static class JournalRows
{
    public static JournalRow Make(SchoolId school, ChildId child, int version, Happened happened, string previousHash)
    {
        var row = new JournalRow
        {
            SchoolId = school,
            ChildId = child,
            Version = version,
            Type = EventJson.NameOf(happened.Event),
            Payload = EventJson.Write(happened.Event),
            At = Written(happened.At),
            By = happened.By.Staff is { } staff ? staff.Value.ToString() : "system",
            PreviousHash = previousHash,
            Hash = "",
        };
        row.Hash = HashOf(row);
        return row;
    }

    public static Happened Read(JournalRow row) => Read(row.Type, row.Payload, row.By, row.At);

    /// <summary>The event of a row whose other columns were not read.</summary>
    public static Happened Read(string type, string payload, string by, string at) => new(
        EventJson.Read(type, payload),
        by == "system" ? Actor.System : Actor.Of(new StaffId(Guid.Parse(by))),
        InstantOf(at));

    /// <summary>An instant as the journal writes it: what is earlier is also the lesser text.</summary>
    public static string Written(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The instant that the journal wrote.</summary>
    public static DateTimeOffset InstantOf(string written) => DateTimeOffset.ParseExact(written, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>The hash of everything in the row and of the row before: SHA-256, lower-case hexadecimal.</summary>
    public static string HashOf(JournalRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] parts =
        [
            row.SchoolId.Value.ToString("N"), row.ChildId.Value.ToString("N"), row.Version.ToString(CultureInfo.InvariantCulture),
            row.Type, row.At, row.By, row.Payload, row.PreviousHash,
        ];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
