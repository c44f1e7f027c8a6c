using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.Audits;

/// <summary>Freezes the shops of an audit: their registers as bytes, the verdicts of those bytes, and a row to decide on
/// for each requirement.</summary>
internal sealed class AuditFreeze(HubDbContext db, ShopSnapshots snapshots, Audit audit, DateTimeOffset at, DateOnly? asOf = null)
{
    /// <summary>Adds everything that fieldwork needs to the context; the caller saves it with the audit's step.</summary>
    /// <exception cref="DomainException">A shop is not there any more.</exception>
    public async Task AddAsync(CancellationToken ct)
    {
        foreach (var shop in audit.ShopIds)
        {
            var snapshot = await snapshots.LoadAsync(shop, asOf, ct)
                ?? throw new DomainException("A shop of this audit is not there any more. Choose the shops anew.");
            var bytes = FrozenSnapshot.Write(snapshot);
            // The verdicts are those of the bytes, so that evaluating the bytes again gives the same.
            var read = FrozenSnapshot.Read(bytes);
            FrozenReadiness[] verdicts = [.. audit.Regulations.Select(Regulations.WithId).OfType<Regulation>().Select(regulation => FrozenReadiness.Of(Compliance.Readiness.Of(read, regulation)))];
            db.Add(new FrozenShop
            {
                AuditId = audit.Id,
                ShopId = shop,
                AsOf = snapshot.AsOf,
                FrozenAt = at,
                Schema = ShopSnapshot.SchemaNumber,
                CatalogueVersion = Regulations.CatalogueVersion,
                CatalogueHash = ReadinessBoard.CatalogueHash,
                SnapshotSha256 = await FrozenBytes.AddAsync(db, bytes, ct),
                VerdictsSha256 = await FrozenBytes.AddAsync(db, FrozenReadiness.Write(verdicts), ct),
            });
            foreach (var result in verdicts.SelectMany(readiness => readiness.Results))
                db.Add(new AuditItem { AuditId = audit.Id, ShopId = shop, RequirementId = result.Requirement });
        }
    }
}
