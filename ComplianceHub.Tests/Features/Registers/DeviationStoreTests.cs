using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Registers;

public sealed class DeviationStoreTests_on_Sqlite() : DeviationStoreTests(null);

public sealed class DeviationStoreTests_on_Postgres(PostgresServer server) : DeviationStoreTests(server);

public abstract class DeviationStoreTests(PostgresServer? server) : RegisterFixture(server)
{
    private const string Reason = "This shop ships from Ireland.";

    [Fact]
    public async Task A_deviation_counts_for_its_shop_and_leaves_the_group_and_the_sister_alone()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await DeviationsOf(officer).DeviateAsync(Shop.Id, vendor, Changed(vendor, one => one.Country = "IE"), Reason, Ct);
        Assert.Equal("IE", (await RowAsync(officer, Shop)).Record.Country);
        Assert.Equal("US", (await RowAsync(await PersonAsync(HubRole.Viewer, SisterShop.Id), SisterShop)).Record.Country);
        Assert.Equal("US", (await StoredAsync<Vendor>(vendor.Id)).Country);
    }

    [Fact]
    public async Task Going_back_brings_the_groups_value()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await DeviationsOf(officer).DeviateAsync(Shop.Id, vendor, Changed(vendor, one => one.Country = "IE"), Reason, Ct);
        var deviation = Assert.Single((await RowAsync(officer, Shop)).Deviations);
        Assert.Equal((nameof(Vendor.Country), Reason, (Guid?)officer), (deviation.Field, deviation.Reason, deviation.DecidedBy));
        await DeviationsOf(officer).RevertAsync(deviation.Id, Ct);
        var row = await RowAsync(officer, Shop);
        Assert.Equal("US", row.Record.Country);
        Assert.Empty(row.Deviations);
    }

    [Fact]
    public async Task It_is_decided_on_the_day_that_it_is_at_the_shop()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        Clock.Advance(TimeSpan.FromHours(14.5)); // 23:30 UTC, half past midnight in Oslo
        await DeviationsOf(officer).DeviateAsync(Shop.Id, vendor, Changed(vendor, one => one.Country = "IE"), Reason, Ct);
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.Single((await RowAsync(officer, Shop)).Deviations).DecidedOn);
    }

    [Fact]
    public async Task A_value_that_the_field_refuses_is_no_deviation()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        var refusal = await Assert.ThrowsAsync<DomainException>(() => DeviationsOf(officer).DeviateAsync(Shop.Id, vendor, Changed(vendor, one => one.LegalName = ""), Reason, Ct));
        Assert.Equal("Enter the legal name of the third party.", refusal.Message);
    }

    [Theory, InlineData(""), InlineData("why")]
    public async Task A_deviation_says_why(string reason)
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await Assert.ThrowsAsync<DomainException>(() => DeviationsOf(officer).DeviateAsync(Shop.Id, vendor, Changed(vendor, one => one.Country = "IE"), reason, Ct));
        Assert.Empty((await RowAsync(officer, Shop)).Deviations);
    }

    [Fact]
    public async Task What_is_equal_does_not_deviate()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await Assert.ThrowsAsync<DomainException>(() => DeviationsOf(officer).DeviateAsync(Shop.Id, vendor, RecordCopy.Of(vendor), Reason, Ct));
    }

    [Fact]
    public async Task A_record_not_used_here_counts_in_the_sister_shop_only()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await DeviationsOf(officer).ExcludeAsync(Shop.Id, vendor, Reason, Ct);
        Assert.False((await RowAsync(officer, Shop)).Counts);
        Assert.True((await RowAsync(await PersonAsync(HubRole.Viewer, SisterShop.Id), SisterShop)).Counts);
    }

    [Fact]
    public async Task Nobody_deviates_for_a_shop_they_do_not_keep()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, SisterShop.Id);
        await Assert.ThrowsAnyAsync<DomainException>(() => DeviationsOf(officer).ExcludeAsync(Shop.Id, vendor, Reason, Ct));
    }

    [Fact]
    public async Task A_proposal_changes_nothing_until_the_groups_officer_accepts()
    {
        var vendor = await OfGroupAsync();
        var (manager, officer) = (await PersonAsync(HubRole.Manager, Shop.Id), await PersonAsync(HubRole.PrivacyOfficer));
        await DeviationsOf(manager).ProposeAsync(Shop.Id, vendor, Changed(vendor, one => one.Country = "IE"), Reason, Ct);
        Assert.Equal("US", (await StoredAsync<Vendor>(vendor.Id)).Country);
        var open = Assert.Single(await ProposedAsync(officer));
        Assert.Equal(("Stripe", Shop.Name, Reason), (open.Record, open.Shop, open.Proposal.Reason));
        await ProposalsOf(officer).AcceptAsync(open.Proposal.Id, Ct);
        Assert.Equal("IE", (await StoredAsync<Vendor>(vendor.Id)).Country);
        Assert.Empty(await ProposedAsync(officer));
    }

    [Fact]
    public async Task A_declined_proposal_is_gone_and_cannot_be_accepted_any_more()
    {
        var vendor = await OfGroupAsync();
        var (manager, officer) = (await PersonAsync(HubRole.Manager, Shop.Id), await PersonAsync(HubRole.PrivacyOfficer));
        await DeviationsOf(manager).ProposeAsync(Shop.Id, vendor, Changed(vendor, one => one.Country = "IE"), Reason, Ct);
        var proposal = Assert.Single(await ProposedAsync(officer)).Proposal;
        await ProposalsOf(officer).DeclineAsync(proposal.Id, Ct);
        await Assert.ThrowsAsync<DomainException>(() => ProposalsOf(officer).AcceptAsync(proposal.Id, Ct));
        Assert.Equal("US", (await StoredAsync<Vendor>(vendor.Id)).Country);
    }

    [Fact]
    public async Task Who_proposed_cannot_accept_without_a_grant_for_the_group()
    {
        var vendor = await OfGroupAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await DeviationsOf(officer).ProposeAsync(Shop.Id, vendor, Changed(vendor, one => one.Country = "IE"), Reason, Ct);
        await using (var db = await OpenAsync())
        {
            var proposal = await db.Proposals.SingleAsync(Ct);
            await Assert.ThrowsAnyAsync<DomainException>(() => ProposalsOf(officer).AcceptAsync(proposal.Id, Ct));
        }

        Assert.Equal("US", (await StoredAsync<Vendor>(vendor.Id)).Country);
    }

    private Task<Vendor> OfGroupAsync() => SaveAsync(new Vendor { LegalName = "Stripe", Country = "US" });

    private static Vendor Changed(Vendor vendor, Action<Vendor> change)
    {
        var copy = RecordCopy.Of(vendor);
        change(copy);
        return copy;
    }

    private async Task<RegisterRow<Vendor>> RowAsync(Guid person, Shop shop) =>
        Assert.Single((await Query(person).OfShopAsync<Vendor>(shop.Slug, Ct))!.Rows);

    private async Task<IReadOnlyList<OpenProposal>> ProposedAsync(Guid person) =>
        await ProposalsOf(person).OpenAsync((await GroupQuery(person).OpenAsync<Vendor>(Ct))!, Ct);
}
