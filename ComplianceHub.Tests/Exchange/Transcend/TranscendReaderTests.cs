using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Exchange.Transcend;

public sealed class TranscendReaderTests
{
    [Fact]
    public async Task Reads_every_key_that_the_format_has_for_an_entity()
    {
        var file = await TranscendText.ReadEntities(TranscendText.Entities);

        var entity = Assert.Single(file.BusinessEntities);
        Assert.Equal("Harbour Books", entity.Title.Value);
        Assert.Equal(new FilePosition("entities.yml", 4, 5, "business-entities[0].address"), entity.Address?.At);
        Assert.Equal("FI-18", entity.HeadquarterSubDivision?.Value);
        Assert.Equal("aino@harbour.example", entity.DataProtectionOfficerEmail?.Value);
        Assert.Equal("one", Assert.Single(Assert.Single(entity.Attributes).Values).Value);
        Assert.Equal("owner@harbour.example", Assert.Single(entity.Owners).Value);
        Assert.Equal("Legal", Assert.Single(entity.Teams).Value);
    }

    [Fact]
    public async Task Reads_every_key_that_the_format_has_for_an_activity()
    {
        var file = await TranscendText.ReadActivities(TranscendText.Activities);

        var activity = Assert.Single(file.ProcessingActivities);
        Assert.Equal("Sends a letter each month", activity.Description?.Value);
        Assert.Equal(TranscendControllership.Controller, Assert.Single(activity.Controllerships).Value);
        Assert.Equal("US-CA", Assert.Single(activity.StorageRegions).SubDivision?.Value);
        Assert.Equal("IN", Assert.Single(activity.TransferRegions).Country?.Value);
        Assert.Equal(TranscendRetention.StatedPeriod, activity.RetentionType?.Value);
        Assert.Equal("90", activity.RetentionPeriod?.Value);
        Assert.Equal(TranscendAssessment.Link, activity.DataProtectionImpactAssessmentStatus?.Value);
        Assert.Equal("Mailer", Assert.Single(activity.DataSiloTitles).Value);
        Assert.Equal("customer", Assert.Single(activity.DataSubjectTypes).Value);
        Assert.Equal("Letters", Assert.Single(activity.ProcessingSubPurposes).Name?.Value);
        Assert.Equal("CONTACT", Assert.Single(activity.DataSubCategories).Category.Value);
        Assert.Equal("E-mail", Assert.Single(activity.SaaSCategories).Value);
    }

    [Fact]
    public async Task What_an_entry_does_not_state_stays_unstated()
    {
        var file = await TranscendText.Read(
            "business-entities:\n  - title: A\n"u8.ToArray(),
            "processing-activities:\n  - title: B\n    description:\n    controllerships: []\n    retentionType: ~\n"u8.ToArray());

        var entity = Assert.Single(file.BusinessEntities);
        Assert.Equal(new TranscendBusinessEntity(entity.At, entity.Title), entity with { Attributes = [], Owners = [], Teams = [] });
        var activity = Assert.Single(file.ProcessingActivities);
        Assert.Null(activity.Description);
        Assert.Null(activity.RetentionType);
        Assert.Empty(activity.Controllerships);
    }

    [Fact]
    public async Task Norway_is_a_country_and_not_the_word_no()
    {
        var file = await TranscendText.ReadEntities("business-entities:\n  - title: Fjord\n    headquarterCountry: NO\n");

        Assert.Equal(["business-entities[0]"], file.Messages.Select(message => message.At.Key));
        Assert.Equal("NO", Assert.Single(file.BusinessEntities).HeadquarterCountry?.Value);
    }

    [Theory]
    [InlineData("title: 2024-01-01", "2024-01-01"), InlineData("title: \"2024\"", "2024"), InlineData("title: !!str 2024", "2024")]
    [InlineData("title: '  Kärcher & Søn  '", "Kärcher & Søn"), InlineData("title: \"a\\u263Ab\"", "a☺b"), InlineData("title: |\n      Two\n      lines", "Two\nlines")]
    public async Task A_title_is_read_as_it_is_written(string line, string title)
    {
        var file = await TranscendText.ReadActivities($"processing-activities:\n  - {line}\n");

        Assert.Equal(title, Assert.Single(file.ProcessingActivities).Title.Value);
    }

    [Fact]
    public async Task Both_lists_may_stand_in_one_file_with_lists_that_are_not_read()
    {
        var both = "business-entities:\n  - title: A\nprocessing-activities:\n  - title: B\ndata-silos: []\n"u8.ToArray();

        var file = await TranscendText.Read(both, both);

        Assert.Equal(("A", "B"), (file.BusinessEntities[0].Title.Value, file.ProcessingActivities[0].Title.Value));
        Assert.Contains(file.Messages, message => message is { Severity: ImportSeverity.Note, At.Key: "data-silos" });
    }

    [Fact]
    public async Task A_byte_order_mark_and_Windows_line_ends_change_nothing()
    {
        var text = "\uFEFF" + TranscendText.Entities.ReplaceLineEndings("\r\n");

        var file = await TranscendText.ReadEntities(text);

        Assert.Equal("Kaivokatu 1, Helsinki", Assert.Single(file.BusinessEntities).Address?.Value);
        Assert.Equal(4, file.BusinessEntities[0].Address?.At.Line);
    }

    [Fact]
    public async Task Reads_the_files_of_a_holding_that_never_heard_of_us()
    {
        await using var entities = File.OpenRead(SharedData.PathOf("transcend", "business-entities.yml"));
        await using var activities = File.OpenRead(SharedData.PathOf("transcend", "processing-activities.yml"));

        var file = await TranscendReader.ReadAsync(
            new("business-entities.yml", entities), new("processing-activities.yml", activities), TestContext.Current.CancellationToken);

        Assert.Equal(["eBrands", "eShopIt", "Sneaker Supply"], file.BusinessEntities.Select(entity => entity.Title.Value));
        Assert.Equal(
            ["Chatbot AI", "Marketing Analytics", "Onboarding", "Recruiting"],
            file.ProcessingActivities.Select(activity => activity.Title.Value));
        Assert.Equal(
            ["Algolia", "Aircall", "Adobe Experience Platform", "AdRoll", "Adobe Analytics", "ADP", "Adobe"],
            file.ProcessingActivities.SelectMany(activity => activity.DataSiloTitles).Select(silo => silo.Value));
        Assert.Equal(
            [
                "business-entities[0]", "business-entities[1]", "business-entities[2]", "business-entities[2].address",
                "processing-activities[0].retentionType", "processing-activities[0].dataProtectionImpactAssessmentStatus",
                "processing-activities[1].retentionType", "processing-activities[1].dataProtectionImpactAssessmentStatus",
                "processing-activities[2]", "processing-activities[2].retentionType", "processing-activities[2].dataProtectionImpactAssessmentStatus",
                "processing-activities[3]", "processing-activities[3].transferRegions[0]", "processing-activities[3].retentionPeriod", "processing-activities[3].dataProtectionImpactAssessmentStatus",
            ],
            file.Messages.Where(message => message.Severity is not ImportSeverity.Note).Select(message => message.At.Key));
    }
}
