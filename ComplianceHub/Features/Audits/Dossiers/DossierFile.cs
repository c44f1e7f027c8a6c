using System.Runtime.CompilerServices;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>A file of a dossier, read when its turn comes.</summary>
/// <param name="Name">Its place in the dossier: ASCII, with "/" between folders, never "..", and no other file has it.</param>
/// <param name="Content">Its bytes, piece by piece.</param>
/// <param name="Sha256">What they have to be: SHA-256 in lower-case hex; null where the bytes are made for the dossier.</param>
internal sealed record DossierFile(string Name, Func<CancellationToken, IAsyncEnumerable<byte[]>> Content, string? Sha256 = null)
{
    /// <summary>A file that is in memory already.</summary>
    public static DossierFile Of(string name, byte[] content) => new(name, ct => WholeAsync(_ => Task.FromResult(content), ct));

    /// <summary>A file whose bytes are stored under their hash.</summary>
    public static DossierFile Stored(string name, string sha256, Func<CancellationToken, Task<byte[]>> read) => new(name, ct => WholeAsync(read, ct), sha256);

    private static async IAsyncEnumerable<byte[]> WholeAsync(Func<CancellationToken, Task<byte[]>> read, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await read(ct);
    }
}
