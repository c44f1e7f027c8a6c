using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ComplianceHub.Data;

/// <summary>What the save itself writes into a record: its version and its sort key.</summary>
internal static class RecordStamps
{
    public static void Apply(HubDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Entity is RegisterRecord record)
                StampSortKey(entry, record);
            if (entry.State == EntityState.Modified && !MaterialChanges.IsOnlyStamped(entry) && VersionOf(entry) is { } version)
                version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    private static void StampSortKey(EntityEntry entry, RegisterRecord record)
    {
        var key = entry.Property(SortKey.Column);
        var now = SortKey.Of(record.DisplayName);
        if (!Equals(key.CurrentValue, now))
            key.CurrentValue = now;
    }

    private static PropertyEntry? VersionOf(EntityEntry entry) =>
        entry.Entity is IVersioned ? entry.Property(nameof(IVersioned.Version)) : null;
}
