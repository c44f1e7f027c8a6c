using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>
/// Everything that somebody needs who wants to check a signed audit without this program, as one ZIP. The same audit gives
/// the same bytes, as long as nothing of it is erased or lost and no key is changed.
/// </summary>
public sealed class Dossier
{
    /// <summary>The list of hashes, in the form of sha256sum.</summary>
    public const string Sums = "SHA256SUMS";

    // rw-r--r--, in the upper half as Unix has it.
    private const int Readable = 0b110_100_100 << 16;

    private readonly IReadOnlyList<DossierFile> _files;
    private readonly IReadOnlyList<EvidenceCopy> _missing;
    private readonly DateTimeOffset _at;

    internal Dossier(string fileName, IReadOnlyList<DossierFile> files, IReadOnlyList<EvidenceCopy> missing, DateTimeOffset at) =>
        (FileName, _files, _missing, _at) = (fileName, files, missing, at);

    /// <summary>Its name, with the audit's title and day.</summary>
    public string FileName { get; }

    /// <summary>What should be in it and is not, a sentence each; it is complete when there is none.</summary>
    public IReadOnlyList<string> Missing => [.. _missing.Select(copy => $"{copy.Label} {copy.File.FileName} (sha256 {copy.File.Sha256}): {copy.Fault}")];

    /// <summary>Writes the ZIP piece by piece; at no time is more than one stored document in memory.</summary>
    /// <exception cref="DomainException">A file changed in the database while it was read; what was written is of no use.</exception>
    public async Task WriteAsync(Stream output, CancellationToken ct)
    {
        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        // A file that is missing stands in the list too, so that whoever checks it is told.
        foreach (var copy in _missing)
            sums[copy.Path] = copy.File.Sha256;
        await using var outgoing = new Outgoing(output);
        using (var zip = new ZipArchive(outgoing, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var file in _files)
            {
                sums[file.Name] = await AddAsync(zip, file, outgoing, ct);
                if (file.Sha256 is { } expected && sums[file.Name] != expected)
                    throw new DomainException($"{file.Name} changed while the dossier was written. Make it again.");
            }
            await AddAsync(zip, DossierFile.Of(Sums, Encoding.UTF8.GetBytes(string.Concat(sums.Select(sum => $"{sum.Value}  {sum.Key}\n")))), outgoing, ct);
        }
        // The archive's own list of its files, which it writes last.
        await outgoing.SendAsync(ct);
    }

    private async Task<string> AddAsync(ZipArchive zip, DossierFile file, Outgoing outgoing, CancellationToken ct)
    {
        var entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (_at, Readable);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var content = await entry.OpenAsync(ct))
        {
            await foreach (var piece in file.Content(ct))
            {
                hash.AppendData(piece);
                await content.WriteAsync(piece, ct);
                await outgoing.SendAsync(ct);
            }
        }
        await outgoing.SendAsync(ct);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
