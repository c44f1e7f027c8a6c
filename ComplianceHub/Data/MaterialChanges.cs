using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ComplianceHub.Data;

/// <summary>
/// Notes the day on which an activity's purposes, bases, recipients, transfers or retention changed: a notice
/// published before that day may be outdated (Arts 13, 14 GDPR). A writer who sets the day himself is left alone, and
/// so is an activity that is new in this save. A shop's own record does not touch an activity of the group, whose
/// notices are read by other shops too: the rules on notices read the first day of a shop's own disclosure instead.
/// </summary>
internal static class MaterialChanges
{
    private const string Day = nameof(ProcessingActivity.LastMaterialChangeOn);

    // What a notice tells people. That a deletion ran, or who owns a rule, it does not.
    private static readonly Dictionary<Type, string[]> Fields = new()
    {
        [typeof(ProcessingActivity)] =
        [
            nameof(ProcessingActivity.Purposes), nameof(ProcessingActivity.Bases), nameof(ProcessingActivity.StatesNoRecipients),
            nameof(ProcessingActivity.NoRetentionNote),
        ],
        [typeof(Disclosure)] =
        [
            nameof(Disclosure.ActivityId), nameof(Disclosure.VendorId), nameof(Disclosure.ElementIds), nameof(Disclosure.GdprRole),
            nameof(Disclosure.CcpaRole), nameof(Disclosure.IsSale), nameof(Disclosure.IsCrossContextAdvertising),
            nameof(Disclosure.Since), nameof(Disclosure.Until), nameof(Disclosure.RetiredOn),
        ],
        [typeof(Transfer)] =
        [
            nameof(Transfer.DisclosureIds), nameof(Transfer.Importer), nameof(Transfer.ImporterCountry), nameof(Transfer.Mechanism),
            nameof(Transfer.RetiredOn),
        ],
        [typeof(RetentionRule)] =
        [
            nameof(RetentionRule.ActivityIds), nameof(RetentionRule.ElementIds), nameof(RetentionRule.Categories),
            nameof(RetentionRule.Period), nameof(RetentionRule.IsIndefinite), nameof(RetentionRule.Criteria),
            nameof(RetentionRule.Trigger), nameof(RetentionRule.RetiredOn),
        ],
    };

    public static async Task StampAsync(HubDbContext db, CancellationToken ct)
    {
        var touched = new HashSet<(Guid Activity, Guid? Shop)>();
        foreach (var entry in Changed(db).ToList())
            touched.UnionWith(await ActivitiesOfAsync(db, entry, ct));
        if (touched.Count == 0)
            return;
        var ids = touched.Select(one => one.Activity).Distinct().ToList();
        var activities = await db.Activities.IgnoreQueryFilters().Where(activity => ids.Contains(activity.Id)).ToListAsync(ct);
        foreach (var activity in activities.Where(activity => touched.Contains((activity.Id, activity.ShopId))))
            await StampAsync(db, db.Entry(activity), ct);
    }

    /// <summary>Whether this class alone changed the record: its version stays, so that an editor that is open on the
    /// activity does not meet a conflict because a disclosure was added beside it.</summary>
    public static bool IsOnlyStamped(EntityEntry entry) =>
        entry.Entity is ProcessingActivity
        && entry.Properties.Where(property => property.IsModified).All(property => property.Metadata.Name == Day)
        && entry.ComplexProperties.All(part => !part.IsModified);

    private static IEnumerable<EntityEntry> Changed(HubDbContext db) => db.ChangeTracker.Entries().Where(entry =>
        entry.State is EntityState.Added or EntityState.Deleted
        || (entry.State == EntityState.Modified && Fields.TryGetValue(entry.Metadata.ClrType, out var fields)
            && fields.Any(field => entry.Property(field).IsModified)));

    private static async Task StampAsync(HubDbContext db, EntityEntry<ProcessingActivity> activity, CancellationToken ct)
    {
        if (activity.State is EntityState.Added or EntityState.Deleted || activity.Property(row => row.LastMaterialChangeOn).IsModified)
            return;
        activity.Property(row => row.LastMaterialChangeOn).CurrentValue = await ShopDay.TodayAsync(db, activity.Entity.ShopId, db.Clock, ct);
    }

    private static async Task<IEnumerable<(Guid, Guid?)>> ActivitiesOfAsync(HubDbContext db, EntityEntry entry, CancellationToken ct)
    {
        switch (entry.Entity)
        {
            case ProcessingActivity activity when entry.State == EntityState.Modified:
                return [(activity.Id, activity.ShopId)];
            case Disclosure disclosure:
                return Both<Guid>(entry, nameof(Disclosure.ActivityId)).Select(id => (id, disclosure.ShopId));
            case RetentionRule rule:
                return Both<List<Guid>>(entry, nameof(RetentionRule.ActivityIds)).SelectMany(ids => ids).Select(id => (id, rule.ShopId));
            case Transfer transfer:
                var disclosures = Both<List<Guid>>(entry, nameof(Transfer.DisclosureIds)).SelectMany(ids => ids).Distinct().ToList();
                var served = await db.Disclosures.IgnoreQueryFilters().Where(row => disclosures.Contains(row.Id))
                    .Select(row => row.ActivityId).ToListAsync(ct);
                return served.Select(id => (id, transfer.ShopId));
            default:
                return [];
        }
    }

    private static IEnumerable<T> Both<T>(EntityEntry entry, string property)
    {
        var value = entry.Property(property);
        if (entry.State != EntityState.Added && value.OriginalValue is T old)
            yield return old;
        if (entry.State != EntityState.Deleted && value.CurrentValue is T now)
            yield return now;
    }
}
