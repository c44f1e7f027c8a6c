using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Registers;

/// <summary>A link that repairs a finding opens a record that already knows what the finding is about.</summary>
public sealed class NewRecordTests
{
    private static readonly ShopSnapshot Demo = DemoSnapshots.FjordAndFable();

    // The demo's shop without a kind of record asks for every one of them.
    private static readonly ShopSnapshot[] Shops =
    [
        Demo,
        DemoSnapshots.OliveRow(),
        DemoSnapshots.NorthwindCorner(),
        Demo with { Agreements = [] },
        Demo with { Transfers = [] },
        Demo with { RetentionRules = [] },
        Demo with { Notices = [] },
        Demo with { People = [] },
        Demo with { Assessments = [] },
        Demo with { ConsentForms = [] },
    ];

    [Fact]
    public void An_agreement_begins_with_the_third_party_and_the_kind_that_is_missing()
    {
        var agreement = Begun<Agreement>(Demo, "GDPR-28-3", FixAction.AddAgreement).Single();
        Assert.Equal("Hotjar Ltd", Demo.Vendor(agreement.VendorId)!.LegalName);
        Assert.Equal(AgreementKind.DataProcessingAgreement, agreement.Kind);
        Assert.Equal("Data processing agreement, Hotjar Ltd", agreement.Title);
        Assert.False(agreement.Signed);
        Assert.Null(agreement.EffectiveFrom);
    }

    [Fact]
    public void Standard_clauses_begin_with_the_importer_of_the_transfer()
    {
        var shop = Demo with { Agreements = [] };
        var clauses = Begun<Agreement>(shop, "GDPR-44", FixAction.AddAgreement).Single();
        Assert.Equal(AgreementKind.StandardContractualClauses, clauses.Kind);
        Assert.Equal("SizeFit AI, Inc.", shop.Vendor(clauses.VendorId)!.LegalName);
    }

    [Theory]
    [InlineData("GDPR-26", AgreementKind.JointControllerArrangement)]
    [InlineData("CCPA-7051", AgreementKind.ServiceProviderContract)]
    [InlineData("CCPA-7053", AgreementKind.ThirdPartyContract)]
    public void The_requirement_decides_the_kind_of_agreement(string requirement, AgreementKind kind) =>
        Assert.All(Begun<Agreement>(Demo with { Agreements = [] }, requirement, FixAction.AddAgreement), agreement => Assert.Equal(kind, agreement.Kind));

    [Fact]
    public void Every_agreement_that_a_finding_asks_for_names_its_third_party() =>
        Assert.All(Begun<Agreement>(FixAction.AddAgreement), one => Assert.NotNull(one.Shop.Vendor(one.Record.VendorId)));

    [Fact]
    public void A_retention_rule_begins_with_the_activity_and_the_data_that_no_rule_covers()
    {
        Assert.All(Begun<RetentionRule>(FixAction.AddRetentionRule), one => Assert.NotNull(one.Shop.Activity(Assert.Single(one.Record.ActivityIds))));
        var activity = Demo.ActiveActivities.First(one => Demo.ElementsOf(one).Distinct().Count() > 1);
        var covered = Demo.ElementsOf(activity).First();
        var shop = Demo with { RetentionRules = [new() { ActivityIds = [activity.Id], ElementIds = [covered.Id], Period = new() { Amount = 1, Unit = PeriodUnit.Years } }] };
        var rule = new RetentionRule();
        NewRecord.Begin(rule, new(activity.Id, "GDPR-5-1-e", "no-rule"), shop);
        Assert.DoesNotContain(covered.Id, rule.ElementIds);
        Assert.Equal(Demo.ElementsOf(activity).Distinct().Count() - 1, rule.ElementIds.Count);
    }

    [Fact]
    public void A_transfer_begins_with_its_disclosure_its_importer_and_the_country_that_is_reached()
    {
        var begun = Begun<Transfer>(FixAction.AddTransfer);
        Assert.NotEmpty(begun);
        Assert.All(begun, one =>
        {
            var disclosure = one.Shop.Disclosure(Assert.Single(one.Record.DisclosureIds))!;
            Assert.Equal(one.Shop.Vendor(disclosure.VendorId)!.LegalName, one.Record.Importer);
            Assert.Contains(one.Record.ImporterCountry, one.Shop.ThirdCountryFlowsOf(disclosure).Select(flow => flow.Country));
        });
    }

    [Fact]
    public void A_consent_form_begins_with_activities_also_when_the_finding_is_about_data() =>
        Assert.All(Begun<ConsentForm>(FixAction.AddConsentForm), one => Assert.All(one.Record.ActivityIds.DefaultIfEmpty(), id => Assert.NotNull(one.Shop.Activity(id))));

    [Fact]
    public void An_assessment_begins_with_the_transfer_or_the_activity() =>
        Assert.All(Begun<Assessment>(FixAction.AddAssessment), one => Assert.True(
            one.Record.Kind == AssessmentKind.TransferImpact
                ? one.Shop.Transfers.Any(transfer => one.Record.TransferIds.Contains(transfer.Id))
                : one.Shop.Activities.Any(activity => one.Record.ActivityIds.Contains(activity.Id))));

    [Theory]
    [InlineData("GDPR-13", NoticeKind.PrivacyNotice)]
    [InlineData("CCPA-100-a", NoticeKind.NoticeAtCollection)]
    [InlineData("CCPA-130-a5", NoticeKind.CaliforniaPolicy)]
    [InlineData("CCPA-120", NoticeKind.OptOutNotice)]
    public void A_notice_begins_with_its_kind(string requirement, NoticeKind kind)
    {
        var begun = Begun<Notice>(Demo with { Notices = [] }, requirement, FixAction.AddNotice);
        Assert.NotEmpty(begun);
        Assert.All(begun, notice => Assert.Equal(kind, notice.Kind));
    }

    [Theory]
    [InlineData("GDPR-27", "absent", ResponsibleRole.EuRepresentative)]
    [InlineData("GDPR-30-1", "representative", ResponsibleRole.EuRepresentative)]
    [InlineData("GDPR-30-1", "officer", ResponsibleRole.DataProtectionOfficer)]
    [InlineData("GDPR-37", "absent", ResponsibleRole.DataProtectionOfficer)]
    public void A_person_begins_with_the_duty_that_is_missing(string requirement, string finding, ResponsibleRole role)
    {
        var person = new ResponsiblePerson();
        NewRecord.Begin(person, new(Demo.Shop.Id, requirement, finding), Demo);
        Assert.Equal(role, person.Role);
    }

    [Fact]
    public void Without_a_finding_nothing_is_assumed()
    {
        var (agreement, notice) = (new Agreement(), new Notice());
        NewRecord.Begin(agreement, new(null, null, null), Demo);
        NewRecord.Begin(notice, new(null, null, null), Demo);
        Assert.Equal((Guid.Empty, "", ""), (agreement.VendorId, agreement.Title, notice.Title));
    }

    private static List<(ShopSnapshot Shop, T Record)> Begun<T>(FixAction action)
        where T : OwnedRecord, new() =>
        [.. Shops.SelectMany(shop => Findings(shop).Where(one => one.Finding.Action == action).Select(one => (shop, Begin<T>(shop, one))))];

    private static List<T> Begun<T>(ShopSnapshot shop, string requirement, FixAction action)
        where T : OwnedRecord, new() =>
        [.. Findings(shop).Where(one => one.Requirement.Id == requirement && one.Finding.Action == action).Select(one => Begin<T>(shop, one))];

    private static T Begin<T>(ShopSnapshot shop, RequirementFinding one)
        where T : OwnedRecord, new()
    {
        var record = new T();
        NewRecord.Begin(record, new(one.Finding.Record.Id, one.Requirement.Id, one.Finding.Key), shop);
        return record;
    }

    private static IEnumerable<RequirementFinding> Findings(ShopSnapshot shop) =>
        from regulation in Regulations.All
        from result in global::ComplianceHub.Compliance.Readiness.Of(shop, regulation).Results
        from finding in result.Verdict.Findings
        select new RequirementFinding(result.Requirement, finding);
}
