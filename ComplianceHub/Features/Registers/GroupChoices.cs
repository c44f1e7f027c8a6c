using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>What the fields of a group record can point at. Only what makes up a name is read.</summary>
internal static class GroupChoices
{
    public static async Task<RegisterChoices> LoadAsync(HubDbContext db, CancellationToken ct)
    {
        var activities = await InUse<ProcessingActivity>(db).Select(one => new ProcessingActivity { Id = one.Id, Name = one.Name }).ToListAsync(ct);
        var vendors = await InUse<Vendor>(db).Select(one => new Vendor { Id = one.Id, LegalName = one.LegalName, Service = one.Service }).ToListAsync(ct);
        var disclosures = await InUse<Disclosure>(db)
            .Select(one => new Disclosure { Id = one.Id, Description = one.Description, ActivityId = one.ActivityId, VendorId = one.VendorId }).ToListAsync(ct);
        var (byActivity, byVendor) = (activities.ToDictionary(one => one.Id), vendors.ToDictionary(one => one.Id));
        return new RegisterChoices()
            .With(activities)
            .With(vendors)
            .With(await InUse<DataElement>(db).Select(one => new DataElement { Id = one.Id, Name = one.Name }).ToListAsync(ct))
            .With(await InUse<DataSystem>(db).Select(one => new DataSystem { Id = one.Id, Name = one.Name }).ToListAsync(ct))
            .With(await InUse<Agreement>(db).Select(one => new Agreement { Id = one.Id, Title = one.Title }).ToListAsync(ct))
            .With(disclosures, one => RegisterChoices.DisclosureName(one, byActivity.GetValueOrDefault(one.ActivityId), byVendor.GetValueOrDefault(one.VendorId)))
            .With(await InUse<Transfer>(db).Select(one => new Transfer { Id = one.Id, Importer = one.Importer, ImporterCountry = one.ImporterCountry }).ToListAsync(ct))
            .With(await InUse<RetentionRule>(db).Select(one => new RetentionRule { Id = one.Id, Name = one.Name }).ToListAsync(ct))
            .With(await InUse<EvidenceFile>(db).Select(one => new EvidenceFile { Id = one.Id, FileName = one.FileName }).ToListAsync(ct))
            .With(await InUse<Shop>(db).Select(one => new Shop { Id = one.Id, Name = one.Name }).ToListAsync(ct))
            .With(await InUse<LegalEntity>(db).Select(one => new LegalEntity { Id = one.Id, Name = one.Name }).ToListAsync(ct));
    }

    private static IQueryable<T> InUse<T>(HubDbContext db)
        where T : Domain.RegisterRecord => GroupRegisterQuery.OfGroup<T>(db).Where(record => record.RetiredOn == null);
}
