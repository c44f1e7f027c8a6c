using System.Runtime.CompilerServices;
using System.Text;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>The files of a dossier: where each lies in it, and where its bytes come from. Stored bytes are read when the file
/// is written, and compared with the hash under which they are stored.</summary>
public sealed class DossierFiles(HubDb hub, AuditExtract extract)
{
    /// <summary>The script that checks a dossier, for Python without further libraries.</summary>
    public const string Script = "verify-dossier.py";

    /// <summary>All of them, in the order in which they are written.</summary>
    internal IReadOnlyList<DossierFile> Of(DossierFacts facts) =>
    [
        DossierFile.Of("README.txt", Encoding.UTF8.GetBytes(DossierReadme.Of(facts))),
        DossierFile.Of(Script, ScriptBytes()),
        Stored("report.pdf", facts.SignOff.ReportSha256),
        Stored($"frozen/{AuditReportSigner.SignedContentFile}", facts.SignOff.ContentSha256),
        .. facts.Shops.SelectMany(shop => new[]
        {
            Stored($"frozen/snapshot-{shop.Slug}.json", shop.Shop.Frozen.SnapshotSha256),
            Stored($"frozen/verdicts-{shop.Slug}.json", shop.Shop.Frozen.VerdictsSha256),
        }),
        .. facts.Shops.Select(shop => shop.Shop.Frozen.Schema).Distinct().Order().Select(schema => DossierFile.Of($"schema/{SnapshotSchema.FileName(schema)}", SnapshotSchema.Of(schema))),
        .. facts.Evidence.Where(copy => copy.Fault is null).Select(copy => new DossierFile(copy.Path, ct => PiecesAsync(copy.File, ct), copy.File.Sha256)),
        .. facts.Shops.Select(shop => new DossierFile($"log/entries-{shop.Slug}.jsonl", ct => EntriesAsync(facts, shop, ct))),
        DossierFile.Of($"log/{LogProof.FileName}", facts.Proof.ToBytes()),
        DossierFile.Of("log/checkpoint.txt", Encoding.UTF8.GetBytes(facts.Proof.Checkpoint.Note)),
        .. KeysOf(facts),
    ];

    private static IEnumerable<DossierFile> KeysOf(DossierFacts facts)
    {
        if (facts.Keys is { } keys)
            yield return DossierFile.Of("keys/compliancehub-keys.json", Encoding.UTF8.GetBytes(keys.ToJson()));
        if (facts.CheckpointKey is { } key)
            yield return DossierFile.Of(DossierReadme.KeyFile(key), Encoding.ASCII.GetBytes(System.Security.Cryptography.PemEncoding.WriteString("PUBLIC KEY", key.PublicKey) + "\n"));
    }

    private static byte[] ScriptBytes()
    {
        using var resource = typeof(DossierFiles).Assembly.GetManifestResourceStream($"Dossiers/{Script}")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    private DossierFile Stored(string name, string sha256) => DossierFile.Stored(name, sha256, async ct =>
    {
        await using var db = await hub.OpenAsync(ct);
        return await FrozenBytes.ReadAsync(db, sha256, ct);
    });

    private async IAsyncEnumerable<byte[]> PiecesAsync(EvidenceFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        await foreach (var piece in AuditEvidence.PiecesOf(db, file).WithCancellation(ct))
            yield return piece;
    }

    private async IAsyncEnumerable<byte[]> EntriesAsync(DossierFacts facts, DossierShop shop, [EnumeratorCancellation] CancellationToken ct)
    {
        var head = facts.Proof.Heads.Single(proven => proven.Head.Chain == shop.Before.Chain).Head;
        yield return ExtractLine.Begin(shop.Before);
        await foreach (var line in extract.LinesAsync(facts.Audit.Id, shop.Before, head, ct))
            yield return line.ToBytes();
    }
}
