using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ComplianceHub.Data;

/// <summary>One record that a save adds, changes or removes, with its state before and after.</summary>
internal sealed class RecordChange
{
    private RecordChange(EntityEntry entry)
    {
        Entry = entry;
        State = entry.State;
        Before = entry.State == EntityState.Added ? null : entry.OriginalValues.ToObject();
        After = entry.State == EntityState.Deleted ? null : entry.Entity;
    }

    /// <summary>EF's entry.</summary>
    public EntityEntry Entry { get; }

    /// <summary>Added, modified or deleted.</summary>
    public EntityState State { get; }

    /// <summary>A copy of the record as it was; null when it is new.</summary>
    public object? Before { get; }

    /// <summary>The record as it will be; null when it is removed.</summary>
    public object? After { get; }

    /// <summary>The record, before where it is removed.</summary>
    public object Record => (After ?? Before)!;

    /// <summary>All changes of a save, in the order of their ids: the change tracker's own order is not stable.</summary>
    public static List<RecordChange> Of(DbContext db) =>
        [.. db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .OrderBy(IdOf, StringComparer.Ordinal)
            .ThenBy(entry => entry.Metadata.ClrType.Name, StringComparer.Ordinal)
            .Select(entry => new RecordChange(entry))];

    /// <summary>The key of a record as text.</summary>
    public static string IdOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key.Name).CurrentValue switch
        {
            byte[] bytes => Convert.ToHexStringLower(bytes),
            var value => value?.ToString(),
        }));

    /// <summary>The chains that log this change: where a record moves, the old owner's and the new one's.</summary>
    public IEnumerable<ChainId> Chains => new[] { Before, After }.OfType<object>().SelectMany(ChainsOf).Distinct();

    /// <summary>Whether two states of it differ in who owns it.</summary>
    public bool IsMoved => Before is not null && After is not null && !ChainsOf(Before).SequenceEqual(ChainsOf(After));

    // An audit of several shops is in the log of each of them, so that each can be verified by itself.
    private static IEnumerable<ChainId> ChainsOf(object record) => record switch
    {
        OwnedRecord owned => [ChainId.OfOwner(owned.ShopId)],
        Attestation attestation => [ChainId.OfShop(attestation.ShopId)],
        Deviation deviation => [ChainId.OfShop(deviation.ShopId)],
        Proposal proposal => [ChainId.OfShop(proposal.ShopId)],
        Audit audit => audit.ShopIds.Order().Select(ChainId.OfShop),
        AuditItem item => [ChainId.OfShop(item.ShopId)],
        AuditComment comment => [ChainId.OfShop(comment.ShopId)],
        RemediationTask task => [ChainId.OfShop(task.ShopId)],
        FrozenShop frozen => [ChainId.OfShop(frozen.ShopId)],
        SignOff signOff => signOff.ShopIds.Order().Select(ChainId.OfShop),
        Shop shop => [ChainId.OfShop(shop.Id)],
        LegalEntity => [ChainId.Group],
        _ => [ChainId.System],
    };
}
