using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Web.Accounts;

/// <summary>Secrets that the program makes: shown once, and known again by their hash.</summary>
/// <remarks>They are drawn at random, so a plain hash is enough: there is no dictionary to try.</remarks>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one of 256 bits: 43 letters, digits, dashes and underscores.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 as 64 hexadecimal digits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
