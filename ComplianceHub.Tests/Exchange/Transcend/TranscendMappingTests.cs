using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Exchange.Transcend;

public sealed class TranscendMappingTests
{
    [Fact]
    public async Task An_entity_becomes_a_legal_entity_with_a_shop_and_an_officer()
    {
        var records = await Entities(TranscendText.Entities);

        var legalEntity = Assert.Single(records.OfType<LegalEntity>());
        Assert.Equal(("Harbour Books", "Kaivokatu 1, Helsinki", "FI"), (legalEntity.Name, legalEntity.Address, legalEntity.SeatCountry));
        var shop = Assert.Single(records.OfType<Shop>());
        Assert.Equal(("harbour-books", "Harbour Books", legalEntity.Id), (shop.Slug, shop.Name, shop.LegalEntityId));
        Assert.Equal("owner@harbour.example", shop.Owner);
        var officer = Assert.Single(records.OfType<ResponsiblePerson>());
        Assert.Equal((ResponsibleRole.DataProtectionOfficer, "Aino Laine", "aino@harbour.example"), (officer.Role, officer.Name, officer.Contact));
        Assert.Equal([legalEntity.Id], officer.AppliesTo.LegalEntityIds);
        Assert.Equal(CoverageKind.LegalEntities, officer.AppliesTo.Kind);
    }

    [Fact]
    public async Task What_an_entity_does_not_state_is_not_recorded()
    {
        var records = await Entities("business-entities:\n  - title: A\n    headquarterCountry: EU\n");

        Assert.Empty(records.OfType<ResponsiblePerson>());
        var legalEntity = Assert.Single(records.OfType<LegalEntity>());
        Assert.Null(legalEntity.SeatCountry);
        Assert.Empty(legalEntity.Establishments);
        Assert.Equal((null, null, Answer.Unknown), (legalEntity.Address, legalEntity.Employees, legalEntity.ForProfit));
        var shop = Assert.Single(records.OfType<Shop>());
        Assert.Equal(new ShopProfile(), shop.Profile);
        Assert.Empty(shop.Markets);
        Assert.Null(shop.Owner);
    }

    [Fact]
    public async Task An_activity_becomes_a_record_of_the_group_with_what_it_names()
    {
        var records = await Activities(TranscendText.Activities);

        var vendor = Assert.Single(records.OfType<Vendor>());
        Assert.True(vendor is { LegalName: "Mailer", ToConfirm: true, Country: null });
        var system = Assert.Single(records.OfType<DataSystem>());
        Assert.Equal(("Mailer", vendor.Id), (system.Name, system.VendorId));
        var element = Assert.Single(records.OfType<DataElement>());
        Assert.Equal("Email", element.Name);
        Assert.Empty(element.Categories);
        var activity = Assert.Single(records.OfType<ProcessingActivity>());
        Assert.Equal((null, CoverageKind.AllShops), (activity.ShopId, activity.AppliesTo.Kind));
        Assert.Equal(("Newsletter", ControllerRole.Controller, ActivityStatus.Active), (activity.Name, activity.OurRole, activity.Status));
        Assert.Equal([system.Id], activity.SystemIds);
        Assert.Equal([element.Id], activity.ElementIds);
        Assert.Equal([DataSubjectCategory.Customers], activity.Subjects);
        Assert.Equal(new Purpose { Code = "marketing-letters", Kind = PurposeKind.Marketing, Text = "Marketing: Letters" }, Assert.Single(activity.Purposes));
        Assert.Equal(("alice@harbour.example", "Encrypted"), (activity.Owner, activity.MeasuresText));
        Assert.Equal(
            "Sends a letter each month\n\nStated in the imported file: stored in United States (US-CA); transferred to India; impact assessment at https://example.com; Source is Forms.",
            activity.Description);
    }

    [Fact]
    public async Task What_an_activity_does_not_state_is_not_recorded()
    {
        var records = await Activities("processing-activities:\n  - title: B\n    retentionType: UNSPECIFIED\n    dataProtectionImpactAssessmentStatus: MISSING\n");

        var activity = Assert.IsType<ProcessingActivity>(Assert.Single(records));
        Assert.Equal(
            (null, null, null, null, null, Answer.Unknown),
            (activity.OurRole, activity.Description, activity.RetentionAsStated, activity.Owner, activity.ScreenedOn, activity.LargeScale));
        Assert.Empty(activity.Bases);
        Assert.Empty(activity.Purposes);
        Assert.Empty(activity.Subjects);
        Assert.Empty(activity.SubjectJurisdictions);
        Assert.False(activity.StatesNoRecipients);
    }

    [Theory]
    [InlineData("retentionType: STATED_PERIOD\n    retentionPeriod: 90", "90"), InlineData("retentionType: UNSPECIFIED", null)]
    [InlineData("retentionType: INDEFINITE", "indefinite"), InlineData("retentionPeriod: 1.5", "1.5"), InlineData("retentionType: STATED_PERIOD", null)]
    public async Task Retention_is_text_and_never_a_rule(string lines, string? text)
    {
        var records = await Activities($"processing-activities:\n  - title: B\n    {lines}\n");

        Assert.Equal(text, Assert.IsType<ProcessingActivity>(Assert.Single(records)).RetentionAsStated);
    }

    [Theory]
    [InlineData("[CONTROLLER]", ControllerRole.Controller), InlineData("[PROCESSOR, PROCESSOR]", ControllerRole.Processor)]
    [InlineData("[JOINT_CONTROLLER]", ControllerRole.JointController), InlineData("[CONTROLLER, PROCESSOR]", null), InlineData("[]", null)]
    public async Task The_role_is_known_when_one_is_stated(string words, ControllerRole? role)
    {
        var records = await Activities($"processing-activities:\n  - title: B\n    controllerships: {words}\n");

        Assert.Equal(role, Assert.IsType<ProcessingActivity>(Assert.Single(records)).OurRole);
    }

    [Fact]
    public async Task Health_is_a_special_category_and_what_is_not_personal_is_left_out()
    {
        var records = await Activities("processing-activities:\n  - title: B\n    dataSubCategories: [{ category: HEALTH }, { category: NOT_PERSONAL_DATA, name: Logs }, { category: UNSPECIFIED }]\n");

        var element = Assert.Single(records.OfType<DataElement>());
        Assert.True(element is { Name: "Health", SpecialCategory: SpecialCategory.Health, SensitiveInformation: SensitivePersonalInformation.Health, Article9Condition: null });
    }

    [Fact]
    public async Task Purposes_that_start_alike_keep_their_own_codes()
    {
        var name = new string('x', 100);

        var records = await Activities($"processing-activities:\n  - title: B\n    processingSubPurposes: [{{ purpose: HR, name: {name}a }}, {{ purpose: HR, name: {name}b }}, {{ purpose: HR, name: {name}b }}, {{ purpose: UNSPECIFIED }}]\n");

        var purposes = Assert.IsType<ProcessingActivity>(Assert.Single(records)).Purposes;
        Assert.Equal(2, purposes.Count);
        Assert.Equal(2, purposes.Select(purpose => purpose.Code).Distinct().Count());
    }

    [Fact]
    public async Task What_two_activities_name_is_one_record()
    {
        var records = await Activities("processing-activities:\n  - title: A\n    dataSiloTitles: [Mailer, mailer]\n  - title: B\n    dataSiloTitles: [MAILER]\n");

        Assert.Single(records.OfType<Vendor>());
        var system = Assert.Single(records.OfType<DataSystem>());
        Assert.All(records.OfType<ProcessingActivity>(), activity => Assert.Equal([system.Id], activity.SystemIds));
    }

    [Fact]
    public async Task The_hash_of_the_imported_values_does_not_depend_on_ids()
    {
        var file = await TranscendText.ReadActivities(TranscendText.Activities);

        var first = TranscendMapping.Records(file, NewIds());
        var second = TranscendMapping.Records(file, NewIds());

        Assert.Equal(first.Select(planned => planned.Origin.ImportedHash), second.Select(planned => planned.Origin.ImportedHash));
        Assert.NotEqual(first[^1].Record.Id, second[^1].Record.Id);
    }

    [Theory]
    [InlineData("retentionPeriod: 90", "retentionPeriod: 91"), InlineData("alice@", "alicia@"), InlineData("- CONTROLLER", "- PROCESSOR")]
    [InlineData("country: IN", "country: JP"), InlineData("each month", "each week"), InlineData("name: Letters", "name: Mail")]
    public async Task A_change_of_an_entry_changes_the_hash_of_its_record_alone(string before, string after)
    {
        var first = TranscendMapping.Records(await TranscendText.ReadActivities(TranscendText.Activities), TranscendOrigin.NamedId);
        var second = TranscendMapping.Records(await TranscendText.ReadActivities(TranscendText.Activities.Replace(before, after, StringComparison.Ordinal)), TranscendOrigin.NamedId);

        Assert.Equal(
            [first[^1].Record],
            first.Where(planned => second.Single(other => other.Record.Id == planned.Record.Id).Origin.ImportedHash != planned.Origin.ImportedHash).Select(planned => planned.Record));
    }

    [Fact]
    public async Task A_file_with_an_error_has_no_records() =>
        Assert.Empty(TranscendMapping.Records(await TranscendText.ReadActivities("processing-activities:\n  - title: A\n  - wrong\n"), TranscendOrigin.NamedId));

    [Fact]
    public async Task The_files_of_the_holding_are_three_shops_and_four_activities()
    {
        await using var entities = File.OpenRead(SharedData.PathOf("transcend", "business-entities.yml"));
        await using var activities = File.OpenRead(SharedData.PathOf("transcend", "processing-activities.yml"));
        var file = await TranscendReader.ReadAsync(new("e.yml", entities), new("a.yml", activities), TestContext.Current.CancellationToken);

        var records = TranscendMapping.Records(file, NewIds()).Select(planned => planned.Record).ToList();

        Assert.Equal(["US", "US", "DE"], records.OfType<LegalEntity>().Select(legalEntity => legalEntity.SeatCountry));
        Assert.Equal(["ebrands", "eshopit", "sneaker-supply"], records.OfType<Shop>().Select(shop => shop.Slug));
        Assert.Equal([null, null, null, "90"], records.OfType<ProcessingActivity>().Select(activity => activity.RetentionAsStated));
        Assert.Equal("delilah@acme.com, eric@acme.com", records.OfType<ProcessingActivity>().Last().Owner);
        Assert.Equal(7, records.OfType<Vendor>().Count(vendor => vendor.ToConfirm));
        Assert.Equal(["Email", "Interaction Events"], records.OfType<DataElement>().Select(element => element.Name));
        Assert.Empty(records.OfType<RetentionRule>());
        Assert.Empty(records.OfType<Assessment>());
    }

    private static ImportedId NewIds()
    {
        var ids = new Dictionary<string, Guid>();
        return (_, externalId, _) => ids.TryGetValue(externalId, out var id) ? id : ids[externalId] = Guid.CreateVersion7();
    }

    private static async Task<List<RegisterRecord>> Entities(string text) => Records(await TranscendText.ReadEntities(text));

    private static async Task<List<RegisterRecord>> Activities(string text) => Records(await TranscendText.ReadActivities(text));

    private static List<RegisterRecord> Records(TranscendFile file) =>
        [.. TranscendMapping.Records(file, NewIds()).Select(planned => planned.Record)];
}
