using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Registers;

public sealed class RegisterStoreTests_on_Sqlite() : RegisterStoreTests(null);

public sealed class RegisterStoreTests_on_Postgres(PostgresServer server) : RegisterStoreTests(server);

public abstract class RegisterStoreTests(PostgresServer? server) : RegisterFixture(server)
{
    [Fact]
    public async Task A_new_record_belongs_to_the_shop_it_was_added_to()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var copy = new Vendor { LegalName = "Stripe", ShopId = OtherShop.Id };
        await Store(officer).AddAsync(copy, Shop.Id, Ct);
        Assert.Equal(Shop.Id, (await StoredAsync<Vendor>(copy.Id)).ShopId);
    }

    [Fact]
    public async Task A_record_that_breaks_a_rule_is_refused_with_its_sentence()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var refusal = await Assert.ThrowsAsync<DomainException>(() => Store(officer).AddAsync(new Vendor(), Shop.Id, Ct));
        Assert.Equal("Enter the legal name of the third party.", refusal.Message);
    }

    [Fact]
    public async Task The_second_of_two_saves_carries_both_versions_and_writes_nothing()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        var (first, second) = (RecordCopy.Of(await StoredAsync<Vendor>(vendor.Id)), RecordCopy.Of(await StoredAsync<Vendor>(vendor.Id)));
        (first.LegalName, second.LegalName) = ("Stripe Ireland", "Stripe Europe");
        await Store(officer).SaveAsync(first, Ct);
        var conflict = await Assert.ThrowsAnyAsync<RecordConflictException>(() => Store(officer).SaveAsync(second, Ct));
        Assert.Equal("Stripe Ireland", Assert.IsType<Vendor>(conflict.Theirs).LegalName);
        Assert.Equal("Stripe Europe", Assert.IsType<Vendor>(conflict.Mine).LegalName);
        Assert.Equal("Stripe Ireland", (await StoredAsync<Vendor>(vendor.Id)).LegalName);
    }

    [Fact]
    public async Task The_loser_reads_the_name_that_is_saved_not_the_one_just_typed()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        var (first, second) = (RecordCopy.Of(Company), RecordCopy.Of(Company));
        (first.Name, second.Name) = ("Fjord Holding AS", "Fjord Retail AS");
        await Store(officer).SaveAsync(first, Ct);
        var conflict = await Assert.ThrowsAnyAsync<RecordConflictException>(() => Store(officer).SaveAsync(second, Ct));
        Assert.StartsWith("Fjord Holding AS was changed", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_legal_entity_is_added_and_retired_like_any_record()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        var entity = new LegalEntity { Name = "Fjord Outlet AS" };
        await Store(officer).AddAsync(entity, null, Ct);
        await Store(officer).RetireAsync<LegalEntity>(entity.Id, Ct);
        Assert.Equal(new DateOnly(2026, 11, 23), (await StoredAsync<LegalEntity>(entity.Id)).RetiredOn);
    }

    [Fact]
    public async Task The_controller_of_a_shop_stays_in_the_register()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        var refusal = await Assert.ThrowsAsync<DomainException>(() => Store(officer).RetireAsync<LegalEntity>(OtherCompany.Id, Ct));
        Assert.Contains("Northwind Corner", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await StoredAsync<LegalEntity>(OtherCompany.Id)).RetiredOn);
    }

    [Fact]
    public async Task A_retired_record_can_be_taken_into_use_again()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await Store(officer).RetireAsync<Vendor>(vendor.Id, Ct);
        Assert.Equal(new DateOnly(2026, 11, 23), (await StoredAsync<Vendor>(vendor.Id)).RetiredOn);
        await Store(officer).RestoreAsync<Vendor>(vendor.Id, Ct);
        Assert.Null((await StoredAsync<Vendor>(vendor.Id)).RetiredOn);
    }

    [Fact]
    public async Task It_is_retired_on_the_day_that_it_is_at_the_shop()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        Clock.Advance(TimeSpan.FromHours(14.5)); // 23:30 UTC, half past midnight in Oslo
        await Store(officer).RetireAsync<Vendor>(vendor.Id, Ct);
        Assert.Equal(new DateOnly(2026, 11, 24), (await StoredAsync<Vendor>(vendor.Id)).RetiredOn);
    }

    [Fact]
    public async Task A_record_given_to_the_group_applies_to_the_shop_it_came_from_alone()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await Store(officer).PromoteAsync<Vendor>(vendor.Id, Ct);
        var stored = await StoredAsync<Vendor>(vendor.Id);
        Assert.Null(stored.ShopId);
        Assert.True(stored.AppliesTo.Includes(Shop.Id, Company.Id));
        Assert.False(stored.AppliesTo.Includes(SisterShop.Id, Company.Id));
    }

    [Fact]
    public async Task An_officer_of_a_shop_gives_nothing_to_the_group()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await Assert.ThrowsAnyAsync<DomainException>(() => Store(officer).PromoteAsync<Vendor>(vendor.Id, Ct));
        Assert.Equal(Shop.Id, (await StoredAsync<Vendor>(vendor.Id)).ShopId);
    }

    [Fact]
    public async Task Another_shops_record_looks_as_if_it_did_not_exist()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var theirs = await SaveAsync(new Vendor { ShopId = OtherShop.Id, LegalName = "Stripe" });
        var forbidden = await Assert.ThrowsAsync<DomainException>(() => Store(officer).RetireAsync<Vendor>(theirs.Id, Ct));
        var missing = await Assert.ThrowsAsync<DomainException>(() => Store(officer).RetireAsync<Vendor>(Guid.NewGuid(), Ct));
        Assert.Equal(missing.Message, forbidden.Message);
        Assert.Null((await StoredAsync<Vendor>(theirs.Id)).RetiredOn);
    }

    [Fact]
    public async Task A_viewer_changes_nothing()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id);
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await Assert.ThrowsAsync<AccessDeniedException>(() => Store(viewer).RetireAsync<Vendor>(vendor.Id, Ct));
    }

    [Fact]
    public async Task The_list_shows_a_shop_to_its_people_and_to_nobody_else()
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        var list = await Query(await PersonAsync(HubRole.Viewer, Shop.Id)).OfShopAsync<Vendor>(Shop.Slug, Ct);
        Assert.Equal("Stripe", Assert.Single(list!.Rows).Record.LegalName);
        Assert.False(list.Owner.MayKeep);
        Assert.Null(await Query(await PersonAsync(HubRole.Viewer, OtherShop.Id)).OfShopAsync<Vendor>(Shop.Slug, Ct));
        Assert.Null(await GroupQuery(await PersonAsync(HubRole.PrivacyOfficer, Shop.Id)).OpenAsync<Vendor>(Ct));
    }
}
