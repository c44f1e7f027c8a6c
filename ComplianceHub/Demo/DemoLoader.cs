using System.Data;
using ComplianceHub.Data;
using ComplianceHub.Demo.FjordAndFable;
using ComplianceHub.Demo.OliveRow;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Demo;

/// <summary>Stores the demo group with its people in an empty database, in one transaction, and then its audits.</summary>
public sealed class DemoLoader(HubDb hub, RecordDemoAudits record)
{
    /// <summary>Loads the demo group. Its people have no passwords.</summary>
    /// <returns>Its shops.</returns>
    /// <exception cref="DomainException">There is something in the database.</exception>
    public async Task<IReadOnlyList<Shop>> LoadAsync(CancellationToken ct = default)
    {
        var demo = DemoGroup.Build();
        var move = FableMove.Undone(demo);
        await StoreAsync(demo, ct);
        await record([FableAudits.Signed, OliveAudits.Signed], ct);
        await using (var db = await hub.OpenAsync(ct))
            await move.HappenAsync(db, ct);
        await record([FableAudits.InFieldwork], ct);
        return demo.Shops;
    }

    private async Task StoreAsync(DemoRecords demo, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        // Serialisable: of two that load at the same moment one must find the other's shops.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (!await IsEmptyAsync(db, ct))
            throw new DomainException("The demo is loaded into an empty database only, and there is something in this one.");
        db.AddRange(demo.LegalEntities);
        db.AddRange(demo.Shops);
        db.AddRange(demo.Records);
        db.AddRange(demo.Attestations);
        foreach (var (sha256, content) in demo.Contents)
            await EvidenceStore.AddContentAsync(db, sha256, content, ct);
        foreach (var (person, grant) in DemoPeople.Build(demo.Shops))
        {
            db.Add(person);
            if (grant is not null)
                db.Add(grant);
        }
        db.Because("Loaded the demo group");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether nothing was ever recorded in a database. What is gone by now has left its entry in the log, and
    /// the entry of the database itself counts for nothing.</summary>
    internal static async Task<bool> IsEmptyAsync(HubDbContext db, CancellationToken ct) =>
        !await db.AuditLogEntries.AnyAsync(entry => entry.Entity != nameof(Installation), ct)
        && !await db.LegalEntities.AnyAsync(ct)
        && !await db.Shops.AnyAsync(ct)
        && !await db.Users.AnyAsync(ct);
}
