using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace CaseFlow.Web.Components;

/// <summary>The files of the site, beside the program; the address of each carries its content, so that browsers keep them for good.</summary>
public sealed class SiteFiles
{
    private readonly ConcurrentDictionary<string, string> addresses = new();

    /// <summary>Independent of the folder in which the program was started.</summary>
    public PhysicalFileProvider Folder { get; } = new(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    public string Address(string name) => addresses.GetOrAdd(name, n =>
    {
        using var file = Folder.GetFileInfo(n).CreateReadStream();
        return $"/{n}?v={Convert.ToHexStringLower(SHA256.HashData(file))[..12]}";
    });
}
