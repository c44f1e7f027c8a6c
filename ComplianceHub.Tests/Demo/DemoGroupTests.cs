using System.ComponentModel.DataAnnotations;
using ComplianceHub.Compliance;
using ComplianceHub.Demo;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Demo;

public sealed class DemoGroupTests
{
    private readonly ShopSnapshot _fable = DemoSnapshots.FjordAndFable();

    [Fact]
    public void Fjord_and_Fable_has_the_records_of_the_catalogue()
    {
        Assert.Equal(15, _fable.ActiveActivities.Count);
        Assert.Equal(23, _fable.Vendors.Count);
        Assert.Equal(16, _fable.Processors.Count);
        Assert.Equal(34, _fable.Agreements.Count);
        Assert.Equal(35, _fable.ActiveDisclosures.Count);
        Assert.Equal(35, _fable.CalifornianDisclosures.Count);
        Assert.Equal(13, _fable.Transfers.Count);
        Assert.Equal(19, _fable.RetentionRules.Count);
        Assert.Equal(5, _fable.Notices.Count);
        Assert.Equal(42, _fable.ActiveActivities.Sum(activity => activity.ElementIds.Count));
        Assert.Equal(19, _fable.ActiveActivities.Sum(activity => activity.Purposes.Count));
    }

    [Fact]
    public void Californians_data_fall_in_nine_categories() =>
        Assert.Equal(9, _fable.ActiveActivities.SelectMany(_fable.ElementsOf).SelectMany(element => element.Categories).Distinct().Count());

    [Fact]
    public void Every_record_of_the_demo_is_valid()
    {
        var demo = DemoGroup.Build();
        foreach (var record in demo.Records.Cast<object>().Concat(demo.LegalEntities).Concat(demo.Shops).Concat(demo.Attestations))
            Validator.ValidateObject(record, new ValidationContext(record), validateAllProperties: true);
    }

    [Fact]
    public void A_company_that_exists_is_never_shown_with_a_bad_contract()
    {
        string[] fictional = ["PickPack 3PL GmbH", "SizeFit AI, Inc.", "BPO Support Pvt Ltd"];
        var absent = _fable.Agreements.Where(agreement => agreement.Clauses.Exists(clause => clause.Finding == ClauseFinding.Absent));
        Assert.All(absent, agreement => Assert.Contains(_fable.Vendor(agreement.VendorId)!.LegalName, fictional));
    }
}
