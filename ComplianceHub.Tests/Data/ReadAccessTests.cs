using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class ReadAccessTests_on_Sqlite() : ReadAccessTests(null);

public sealed class ReadAccessTests_on_Postgres(PostgresServer server) : ReadAccessTests(server);

/// <summary>Who may read which record, proved for every type of record.</summary>
public abstract class ReadAccessTests(PostgresServer? server) : EveryRecordFixture(server)
{
    [Fact]
    public async Task Each_person_sees_their_shops_and_what_applies_to_them()
    {
        foreach (var type in OwnedTypes)
        {
            foreach (var owner in new Guid?[] { null, Shop.Id, OtherShop.Id })
                await SaveAsync(await RecordAsync(type, owner));
            var (elsewhere, company) = ((OwnedRecord)await RecordAsync(type, null), (OwnedRecord)await RecordAsync(type, null));
            elsewhere.AppliesTo = new() { Kind = CoverageKind.Shops, ShopIds = [OtherShop.Id] };
            company.AppliesTo = new() { Kind = CoverageKind.LegalEntities, LegalEntityIds = [Company.Id] };
            await SaveAsync(elsewhere);
            await SaveAsync(company);
        }
        var (all, shop, auditor, stranger) = (await PersonAsync(HubRole.Viewer), await PersonAsync(HubRole.Viewer, Shop.Id),
            await PersonAsync(HubRole.Auditor, Shop.Id), await StrangerAsync());
        foreach (var type in OwnedTypes)
        {
            var everything = await CountAsync(all, type);
            Assert.True(everything >= 5, $"{type.Name}: {everything}");
            var seen = await OfTypeAsync(shop, type);
            Assert.All(seen, record => Assert.True(record.ShopId == Shop.Id || (record.ShopId is null && record.AppliesTo.Includes(Shop.Id, Company.Id))));
            Assert.Contains(seen, record => record.ShopId == Shop.Id);
            Assert.Contains(seen, record => record.AppliesTo.Kind == CoverageKind.LegalEntities);
            Assert.Equal(0, await CountAsync(auditor, type));
            Assert.Equal(0, await CountAsync(stranger, type));
        }
    }

    [Fact]
    public async Task Each_person_reads_the_log_of_what_they_may_read()
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Own" });
        await SaveAsync(new Vendor { ShopId = OtherShop.Id, LegalName = "Other" });
        await SaveAsync(new Vendor { LegalName = "Group" });
        var (shop, auditor, group, administrator) = (await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.Auditor, Shop.Id),
            await PersonAsync(HubRole.Viewer), await PersonAsync(HubRole.Administrator));
        Assert.Equal([ChainId.OfShop(Shop.Id)], await ChainsAsync(shop));
        Assert.Empty(await ChainsAsync(auditor));
        Assert.DoesNotContain(ChainId.System, await ChainsAsync(group));
        Assert.Contains(ChainId.OfShop(OtherShop.Id), await ChainsAsync(group));
        Assert.Contains(ChainId.System, await ChainsAsync(administrator));
    }

    [Fact]
    public async Task A_context_that_nobody_opened_sees_no_shop_and_saves_no_record()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        Assert.Empty(await db.Shops.ToListAsync(Ct));
        Assert.Empty(await db.AuditLogEntries.ToListAsync(Ct));
        db.Add(new Vendor { LegalName = "Stripe" });
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task A_grant_ends_with_its_last_day_at_the_shop()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id, until: new(2026, 11, 23));
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 59, 0, TimeSpan.Zero)); // 23:59 in Oslo
        await using (var db = await OpenAsync(viewer))
            Assert.Equal(1, await db.Shops.CountAsync(Ct));
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero));
        await using (var db = await OpenAsync(viewer))
            Assert.Equal(0, await db.Shops.CountAsync(Ct));
    }

    private async Task<List<ChainId>> ChainsAsync(Guid person)
    {
        await using var db = await OpenAsync(person);
        var entries = await db.AuditLogEntries.ToListAsync(Ct);
        Assert.Equal(entries.Select(entry => entry.Id).Order(), (await db.AuditLogPayloads.Select(payload => payload.EntryId).ToListAsync(Ct)).Order());
        return [.. entries.Select(entry => entry.Chain).Distinct()];
    }

    private async Task<int> CountAsync(Guid person, Type type) => (await OfTypeAsync(person, type)).Count;

    private async Task<List<OwnedRecord>> OfTypeAsync(Guid person, Type type)
    {
        await using var db = await OpenAsync(person);
        var set = (IQueryable<OwnedRecord>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
        return await set.AsNoTracking().ToListAsync(Ct);
    }
}
