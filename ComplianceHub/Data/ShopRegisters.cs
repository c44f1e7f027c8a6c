using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>The records that the group keeps for its shops, read once for however many of them.</summary>
internal sealed class GroupRegisters
{
    public required Dictionary<Guid, LegalEntity> LegalEntities { get; init; }
    public required Dictionary<Type, IReadOnlyList<OwnedRecord>> Records { get; init; }

    public static async Task<GroupRegisters> LoadAsync(HubDbContext db, CancellationToken ct) => new()
    {
        LegalEntities = await db.LegalEntities.AsNoTracking().ToDictionaryAsync(entity => entity.Id, ct),
        Records = await OwnedTables.ReadAsync(db, null, ct),
    };

    /// <summary>Staff and payroll are recorded once for a legal entity, not for each of its shops.</summary>
    public bool RecordsStaffOf(Guid legalEntityId, DateOnly day) => Records[typeof(ProcessingActivity)].Cast<ProcessingActivity>().Any(activity =>
        activity.AppliesTo.LegalEntityIds.Contains(legalEntityId)
        && (activity.RetiredOn is null || activity.RetiredOn > day)
        && activity.Purposes.Exists(purpose => purpose.Kind == PurposeKind.StaffAdministration));
}

/// <summary>The registers of some shops, to compose their snapshots from.</summary>
internal sealed class ShopRegisters
{
    private readonly GroupRegisters _group;
    private readonly Dictionary<Type, ILookup<Guid, OwnedRecord>> _records;
    private readonly ILookup<Guid, Attestation> _attestations;
    private readonly ILookup<Guid, Deviation> _deviations;

    private ShopRegisters(
        GroupRegisters group, Dictionary<Type, ILookup<Guid, OwnedRecord>> records,
        ILookup<Guid, Attestation> attestations, ILookup<Guid, Deviation> deviations) =>
        (_group, _records, _attestations, _deviations) = (group, records, attestations, deviations);

    public static async Task<ShopRegisters> LoadAsync(HubDbContext db, GroupRegisters group, IReadOnlyList<Guid> shops, CancellationToken ct)
    {
        var records = await OwnedTables.ReadAsync(db, shops, ct);
        var attestations = await db.Attestations.AsNoTracking().Where(row => shops.Contains(row.ShopId)).ToListAsync(ct);
        var deviations = await db.Deviations.AsNoTracking().Where(row => shops.Contains(row.ShopId)).ToListAsync(ct);
        return new ShopRegisters(
            group,
            records.ToDictionary(type => type.Key, type => type.Value.ToLookup(record => record.ShopId!.Value)),
            attestations.ToLookup(row => row.ShopId),
            deviations.ToLookup(row => row.ShopId));
    }

    /// <summary>The snapshot of one of the shops.</summary>
    public ShopSnapshot Compose(Shop shop, DateOnly day, DateTimeOffset instant)
    {
        var register = new Register(this, shop, day);
        var snapshot = new ShopSnapshot
        {
            AsOf = day,
            AsOfInstant = instant,
            Shop = shop,
            LegalEntity = _group.LegalEntities[shop.LegalEntityId],
            LegalEntityRecordsStaff = _group.RecordsStaffOf(shop.LegalEntityId, day),
            Activities = register.Of<ProcessingActivity>(),
            Elements = register.Of<DataElement>(),
            Systems = register.Of<DataSystem>(),
            Vendors = register.Of<Vendor>(),
            Agreements = register.Of<Agreement>(),
            Disclosures = register.Of<Disclosure>(),
            Transfers = register.Of<Transfer>(),
            RetentionRules = register.Of<RetentionRule>(),
            Notices = register.Of<Notice>(),
            People = register.Of<ResponsiblePerson>(),
            ConsentForms = register.Of<ConsentForm>(),
            Assessments = register.Of<Assessment>(),
            Measures = register.Of<SecurityMeasure>(),
            Attestations = [.. _attestations[shop.Id].Where(row => Counts(row, day)).OrderBy(row => row.StatedOn).ThenBy(row => row.Id)],
            Evidence = register.Of<EvidenceFile>(),
        };
        // The day on which a record goes out of use changes answers too, so the snapshot must watch for it.
        foreach (var end in register.Ends)
            snapshot.Reached(end);
        return snapshot;
    }

    private static bool Counts(RegisterRecord record, DateOnly day) => record.RetiredOn is null || record.RetiredOn > day;

    /// <summary>One shop's view of the tables.</summary>
    private sealed class Register(ShopRegisters registers, Shop shop, DateOnly day)
    {
        private readonly ILookup<Guid, Deviation> _deviations = registers._deviations[shop.Id].ToLookup(deviation => deviation.RecordId);

        public List<DateOnly> Ends { get; } = [];

        public IReadOnlyList<T> Of<T>()
            where T : OwnedRecord
        {
            var all = registers._group.Records[typeof(T)].Concat(registers._records[typeof(T)][shop.Id]).Cast<T>();
            var effective = EffectiveRecords.Resolve(shop, all, _deviations)
                .Where(record => !record.IsExcluded && Counts(record.Record, day)).Select(record => record.Record).ToList();
            Ends.AddRange(effective.Where(record => record.RetiredOn is not null).Select(record => record.RetiredOn!.Value));
            return effective;
        }
    }
}
