using ComplianceHub.Compliance;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenRecords;

namespace ComplianceHub.Tests.Compliance;

/// <summary>What counts as a flow to a third country (Chapter V GDPR; catalogue, GDPR-44).</summary>
public sealed class ThirdCountryFlowTests
{
    private readonly ProcessingActivity _orders = Activity("Orders", PurposeKind.OrderFulfilment, LawfulBasis.Contract);
    private readonly Vendor _host = Vendor("Havenhost", "NL");

    [Fact]
    public void A_country_outside_the_EEA_is_a_flow_wherever_the_third_party_names_it()
    {
        _host.ProcessingCountries = ["IE", "CA"];
        _host.AccessCountries = ["IN"];
        _host.SubProcessors = [new() { Name = "Sub, Inc.", Country = "US" }, new() { Name = "Sub ApS", Country = "DK" }, new() { Name = "Sub without country" }];
        Assert.Equal(["Havenhost (CA)", "Havenhost (IN)", "Havenhost (US)"], Names(ShopWith(Processor())));
    }

    [Fact]
    public void Of_an_independent_controller_only_its_own_country_counts()
    {
        _host.ProcessingCountries = ["US"];
        var disclosure = Disclosure(_orders, _host, RecipientRole.IndependentController, CcpaRole.ConsumerDirected);
        Assert.Empty(ShopWith(disclosure).ThirdCountryFlows);
        _host.Country = "US";
        Assert.Equal(["Havenhost (US)"], Names(ShopWith(disclosure)));
    }

    [Fact]
    public void An_undecided_recipient_counts_in_full()
    {
        _host.AccessCountries = ["IN"];
        var disclosure = Processor();
        disclosure.GdprRole = null;
        Assert.Equal(["Havenhost (IN)"], Names(ShopWith(disclosure)));
    }

    [Fact]
    public void Inside_the_EEA_nothing_is_a_flow()
    {
        _host.ProcessingCountries = ["NO", "IS", "LI", "FR"];
        Assert.Empty(ShopWith(Processor()).ThirdCountryFlows);
    }

    [Fact]
    public void One_transfer_serves_several_disclosures_as_one_flow()
    {
        _host.ProcessingCountries = ["US"];
        Disclosure[] disclosures = [Processor(), Processor()];
        var shop = ShopWith(disclosures) with { Transfers = [Transfer("Havenhost, Inc.", "US", TransferMechanism.DataPrivacyFramework, disclosures)] };
        var flow = Assert.Single(shop.ThirdCountryFlows);
        Assert.Equal(2, flow.Disclosures.Count);
        Assert.True(flow.HasMechanism);
    }

    [Fact]
    public void Two_transfers_to_one_importer_and_country_are_one_flow()
    {
        _host.ProcessingCountries = ["US"];
        Disclosure[] disclosures = [Processor(), Processor()];
        var shop = ShopWith(disclosures) with
        {
            Transfers =
            [
                Transfer("Havenhost, Inc.", "US", TransferMechanism.DataPrivacyFramework, disclosures[0]),
                Transfer("HAVENHOST, Inc. ", "US", TransferMechanism.None, disclosures[1]),
            ],
        };
        var flow = Assert.Single(shop.ThirdCountryFlows);
        Assert.False(flow.HasMechanism);
    }

    [Fact]
    public void A_transfer_serves_only_the_disclosures_and_the_country_that_it_names()
    {
        _host.ProcessingCountries = ["US", "IN"];
        Disclosure[] disclosures = [Processor(), Processor()];
        var shop = ShopWith(disclosures) with { Transfers = [Transfer("Havenhost, Inc.", "US", TransferMechanism.StandardContractualClauses, disclosures[0])] };
        Assert.Equal(
            [("Havenhost (IN)", false, 2), ("Havenhost (US)", false, 1), ("Havenhost, Inc. (US)", true, 1)],
            shop.ThirdCountryFlows.Select(flow => (flow.Name, flow.IsRecorded, flow.Disclosures.Count)));
    }

    [Fact]
    public void A_recorded_transfer_is_a_flow_also_where_the_third_party_does_not_name_the_country()
    {
        var disclosure = Processor();
        var shop = ShopWith(disclosure) with { Transfers = [Transfer("Havenhost, Inc.", "US", TransferMechanism.None, disclosure)] };
        Assert.Equal(["Havenhost, Inc. (US)"], Names(shop));
    }

    [Fact]
    public void What_has_ended_or_is_not_under_the_GDPR_is_no_flow()
    {
        _host.Country = "US";
        var disclosure = Processor();
        var shop = ShopWith(disclosure);
        disclosure.Until = shop.AsOf.AddDays(-1);
        Assert.Empty(ShopWith(disclosure).ThirdCountryFlows);
        disclosure.Until = shop.AsOf;
        Assert.NotEmpty(ShopWith(disclosure).ThirdCountryFlows);

        shop = ShopWith(disclosure);
        shop.LegalEntity.SeatCountry = "US";
        shop.LegalEntity.Establishments = ["US"];
        _orders.SubjectJurisdictions = [Jurisdiction.California];
        Assert.Empty(shop.ThirdCountryFlows);
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        var shop = GivenShop.CompliantShop();
        var turned = shop with { Disclosures = [.. shop.Disclosures.Reverse()], Transfers = [.. shop.Transfers.Reverse()], Vendors = [.. shop.Vendors.Reverse()] };
        Assert.Equal(shop.ThirdCountryFlows.Select(flow => flow.Ref()), turned.ThirdCountryFlows.Select(flow => flow.Ref()));
    }

    private Disclosure Processor() => Disclosure(_orders, _host, RecipientRole.Processor, CcpaRole.ServiceProvider);

    private ShopSnapshot ShopWith(params Disclosure[] disclosures) =>
        GivenShop.EmptyShop() with { Activities = [_orders], Vendors = [_host], Disclosures = disclosures };

    private static IEnumerable<string> Names(ShopSnapshot shop) => shop.ThirdCountryFlows.Select(flow => flow.Name);
}
