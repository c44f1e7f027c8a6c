using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenRecords;

namespace ComplianceHub.Tests.Compliance;

/// <summary>What makes a hard defect fail the whole (catalogue 1.2).</summary>
public sealed class AggravationTests
{
    private readonly DataElement _email = Element("E-mail address", PersonalInformationCategory.Identifiers);
    private readonly DataElement _diet = Element("Diet");
    private readonly ProcessingActivity _orders;
    private readonly Vendor _host = Vendor("Havenhost", "NL");
    private readonly Disclosure _disclosure;

    public AggravationTests()
    {
        _orders = Activity("Orders", PurposeKind.OrderFulfilment, LawfulBasis.Contract, _email, _diet);
        _disclosure = Disclosure(_orders, _host, RecipientRole.Processor, CcpaRole.ServiceProvider, _email);
    }

    [Fact]
    public void An_ordinary_disclosure_is_not_aggravated() => Aggravated(disclosure: false, activity: false);

    [Theory]
    [InlineData(Answer.Yes, true), InlineData(Answer.Unknown, false), InlineData(Answer.No, false)]
    public void A_large_scale_aggravates_and_an_unknown_one_does_not(Answer answer, bool expected)
    {
        _orders.LargeScale = answer;
        Aggravated(expected, expected);
    }

    [Theory]
    [InlineData(Answer.Yes, true), InlineData(Answer.Unknown, false), InlineData(Answer.No, false)]
    public void Data_of_children_aggravate(Answer answer, bool expected)
    {
        _orders.ChildrenData = answer;
        Aggravated(expected, expected);
    }

    [Fact]
    public void A_special_category_aggravates_where_it_is_disclosed()
    {
        _diet.SpecialCategory = SpecialCategory.Health;
        Aggravated(disclosure: false, activity: true);
        _disclosure.ElementIds.Add(_diet.Id);
        Aggravated(disclosure: true, activity: true);
    }

    [Fact]
    public void Where_nobody_recorded_what_is_disclosed_all_data_of_the_activity_count()
    {
        _diet.SpecialCategory = SpecialCategory.Health;
        _disclosure.ElementIds.Clear();
        Aggravated(disclosure: true, activity: true);
    }

    [Theory]
    [InlineData(true, false, true), InlineData(false, true, true), InlineData(false, false, false)]
    public void Selling_or_sharing_sensitive_information_aggravates(bool sold, bool shared, bool expected)
    {
        _email.SensitiveInformation = SensitivePersonalInformation.AccountAccess;
        _disclosure.IsSale = sold ? Answer.Yes : Answer.No;
        _disclosure.IsCrossContextAdvertising = shared ? Answer.Yes : Answer.No;
        Aggravated(expected, expected);
    }

    [Fact]
    public void Sharing_what_is_not_sensitive_does_not()
    {
        _disclosure.IsCrossContextAdvertising = Answer.Yes;
        Aggravated(disclosure: false, activity: false);
    }

    [Fact]
    public void A_transfer_without_mechanism_aggravates()
    {
        _host.AccessCountries = ["IN"];
        Aggravated(disclosure: true, activity: true);
        Aggravated(disclosure: true, activity: true, Transfer("Havenhost", "IN", TransferMechanism.None, _disclosure));
        Aggravated(disclosure: false, activity: false, Transfer("Havenhost", "IN", TransferMechanism.StandardContractualClauses, _disclosure));
    }

    private void Aggravated(bool disclosure, bool activity, params Transfer[] transfers)
    {
        var shop = GivenShop.EmptyShop() with
        {
            Activities = [_orders],
            Elements = [_email, _diet],
            Vendors = [_host],
            Disclosures = [_disclosure],
            Transfers = transfers,
        };
        Assert.Equal(disclosure, Aggravation.ReasonOf(_disclosure, shop) is not null);
        Assert.Equal(activity, Aggravation.IsInvolvedIn(_orders, shop));
    }
}
