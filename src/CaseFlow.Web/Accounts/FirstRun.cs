using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Accounts;

/// <summary>The code on the console with which the first account is made; only while there is no account at all.</summary>
public sealed class FirstRun
{
    public const string Path = "/first-run";

    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 12;

    /// <summary>The code of this start of the program: about 59 bits, in groups of four.</summary>
    public string Code { get; } = string.Join('-', RandomNumberGenerator.GetString(Signs, Length).Chunk(4).Select(c => new string(c)));

    public static async Task<bool> IsOpenAsync(AccountsDb accounts, CancellationToken cancel = default) => !await accounts.Users.AnyAsync(cancel);

    /// <summary>Whether somebody typed the code; dashes, spaces and case do not matter.</summary>
    public bool Accepts(string? typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Bare(typed)), Encoding.UTF8.GetBytes(Bare(Code)));

    private static string Bare(string? text) => new([.. (text ?? "").Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
