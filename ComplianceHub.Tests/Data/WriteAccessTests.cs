using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class WriteAccessTests_on_Sqlite() : WriteAccessTests(null);

public sealed class WriteAccessTests_on_Postgres(PostgresServer server) : WriteAccessTests(server);

/// <summary>Who may write which record, proved for every type of record.</summary>
public abstract class WriteAccessTests(PostgresServer? server) : EveryRecordFixture(server)
{
    [Fact]
    public void Every_record_of_the_model_is_known_to_these_tests()
    {
        using var db = Services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext();
        var inModel = db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.Namespace!.StartsWith("ComplianceHub.Domain", StringComparison.Ordinal)
            && !type.Namespace.EndsWith("AuditLog", StringComparison.Ordinal));
        // Who may take which step of an audit depends on its state; the tests of its steps ask.
        Assert.Equal(RecordTypes.Concat([typeof(Audit), typeof(AuditItem), typeof(AuditComment), typeof(RemediationTask), typeof(FrozenShop), typeof(SignOff)]).Select(type => type.Name).Order(), inModel.Select(type => type.Name).Order());
    }

    [Fact]
    public async Task Viewer_auditor_and_stranger_can_add_change_and_remove_nothing()
    {
        Guid[] people =
        [
            await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.Auditor, Shop.Id), await StrangerAsync(),
            await PersonAsync(HubRole.Viewer), await PersonAsync(HubRole.Auditor), await PersonAsync(HubRole.Administrator, OtherShop.Id),
        ];
        foreach (var type in RecordTypes)
        {
            var existing = await SaveAsync(await RecordAsync(type, Shop.Id));
            foreach (var person in people)
            {
                await RefusesAsync(person, async db => db.Add(await RecordAsync(type, Shop.Id)), type);
                await RefusesAsync(person, db => Task.FromResult(db.Attach(existing).State = EntityState.Modified), type);
                await RefusesAsync(person, db => Task.FromResult(db.Remove(existing).State), type);
            }
        }
    }

    [Fact]
    public async Task A_shops_privacy_officer_keeps_every_register_of_the_shop_and_none_of_the_group()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        foreach (var type in OwnedTypes)
        {
            await using (var db = await OpenAsync(officer))
            {
                db.Add(await RecordAsync(type, Shop.Id));
                await db.SaveChangesAsync(Ct);
            }
            await RefusesAsync(officer, async db => db.Add(await RecordAsync(type, null)), type);
            await RefusesAsync(officer, async db => db.Add(await RecordAsync(type, SisterShop.Id)), type);
        }
    }

    [Fact]
    public async Task The_groups_privacy_officer_keeps_every_register()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        await using var db = await OpenAsync(officer);
        foreach (var type in OwnedTypes)
        {
            db.Add(await RecordAsync(type, null));
            db.Add(await RecordAsync(type, Shop.Id));
        }
        await db.SaveChangesAsync(Ct);
    }

    [Fact]
    public async Task Moving_a_record_must_be_allowed_on_both_shops()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = SisterShop.Id, LegalName = "Stripe" });
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await RefusesAsync(officer, async db =>
        {
            var stored = await db.Vendors.IgnoreQueryFilters().SingleAsync(row => row.Id == vendor.Id, Ct);
            stored.ShopId = Shop.Id;
        }, typeof(Vendor));
    }

    [Fact]
    public async Task Nobody_changes_their_own_grant_or_gives_more_than_they_hold()
    {
        var (group, shop, other) = (await PersonAsync(HubRole.Administrator), await PersonAsync(HubRole.Administrator, Shop.Id, new(2026, 12, 31)), await StrangerAsync());
        await RefusesAsync(group, db => Task.FromResult<object>(db.Add(GrantOf(group, Shop.Id))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, null))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, SisterShop.Id))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, Shop.Id))), typeof(Grant));
        await RefusesAsync(shop, db => Task.FromResult<object>(db.Add(GrantOf(other, Shop.Id, new(2027, 1, 1)))), typeof(Grant));
        await using (var db = await OpenAsync(shop))
        {
            db.Add(GrantOf(other, Shop.Id, new(2026, 12, 31)));
            await db.SaveChangesAsync(Ct);
        }
        await RefusesAsync(shop, async db => (await db.Grants.SingleAsync(grant => grant.UserId == shop, Ct)).Until = null, typeof(Grant));
    }

    [Fact]
    public async Task A_removed_grant_works_at_the_next_action()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await using (var db = await OpenAsync())
        {
            db.Remove(await db.Grants.SingleAsync(grant => grant.UserId == officer, Ct));
            await db.SaveChangesAsync(Ct);
        }
        await RefusesAsync(officer, async db => db.Add(await RecordAsync(typeof(Vendor), Shop.Id)), typeof(Vendor));
    }

    [Fact]
    public async Task A_privacy_officer_keeps_the_profile_and_an_administrator_the_address_of_a_shop()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await using (var db = await OpenAsync(officer))
        {
            (await db.Shops.SingleAsync(Ct)).Profile = new() { OffersToEea = Answer.Yes };
            await db.SaveChangesAsync(Ct);
        }
        await RefusesAsync(officer, async db => (await db.Shops.SingleAsync(Ct)).Slug = "another", typeof(Shop));
    }

    [Fact]
    public async Task Only_the_save_writes_the_audit_log()
    {
        await using var db = await OpenAsync();
        var entry = await db.AuditLogEntries.FirstAsync(Ct);
        db.Remove(entry);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));
    }

    private static Grant GrantOf(Guid person, Guid? shop, DateOnly? until = null) => new()
    {
        UserId = person,
        Role = HubRole.Administrator,
        Scope = shop is null ? GrantScope.Group : GrantScope.Shop,
        ShopId = shop,
        Until = until,
    };
}
