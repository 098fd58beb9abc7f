using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Simulation.Seeds;

/// <summary>What happened, line by line: the last lines are kept, all of them are in the fingerprint.</summary>
internal sealed class Trace(Action<string>? listener) : IDisposable
{
    private const int Kept = 60;

    private readonly Queue<string> last = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public IReadOnlyCollection<string> Last => last;

    public void Tell(string line)
    {
        listener?.Invoke(line);
        hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        last.Enqueue(line);
        if (last.Count > Kept)
            last.Dequeue();
    }

    /// <summary>The same for the same seed on every machine.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(hash.GetCurrentHash())[..16];

    public void Dispose() => hash.Dispose();
}
