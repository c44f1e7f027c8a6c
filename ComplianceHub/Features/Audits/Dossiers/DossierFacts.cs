using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Audits;
using ComplianceHub.Reports.Signing;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>One shop of a dossier.</summary>
/// <param name="Shop">What was frozen of it.</param>
/// <param name="Before">Where its chain of the log stood before the audit began.</param>
internal sealed record DossierShop(AuditedShop Shop, ChainHead Before)
{
    /// <summary>Its short name, as it was when it was frozen.</summary>
    public string Slug => Shop.Snapshot.Shop.Slug;
}

/// <summary>What a dossier is made of, and what its README tells.</summary>
/// <param name="Audit">The signed audit.</param>
/// <param name="SignOff">Its signature.</param>
/// <param name="Report">What checking the stored report showed.</param>
/// <param name="Shops">Its shops, in the order of their names.</param>
/// <param name="Evidence">The files of the appendix, in the order of their numbers.</param>
/// <param name="Proof">Where the log stood soon after the signature.</param>
/// <param name="Keys">The public keys of the log; null where they are not to be had.</param>
internal sealed record DossierFacts(
    Audit Audit, SignOff SignOff, PdfVerification Report, IReadOnlyList<DossierShop> Shops, IReadOnlyList<EvidenceCopy> Evidence, LogProof Proof, LogKeys? Keys)
{
    /// <summary>The key that signed the checkpoint; null where it is not among the public keys.</summary>
    public NoteKey? CheckpointKey =>
        Keys?.Verified(Proof.Checkpoint.Note) is null ? null : Keys.Keys.Select(key => key.Key).FirstOrDefault(key => SignedNote.Parse(Proof.Checkpoint.Note).IsSignedBy(key));

    /// <summary>The files of the appendix whose bytes are not to be had.</summary>
    public IReadOnlyList<EvidenceCopy> Missing => [.. Evidence.Where(copy => copy.Fault is not null)];
}
