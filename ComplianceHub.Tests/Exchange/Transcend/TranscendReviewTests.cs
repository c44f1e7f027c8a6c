using ComplianceHub.Exchange;

namespace ComplianceHub.Tests.Exchange.Transcend;

public sealed class TranscendReviewTests
{
    private const string Activity = "processing-activities[0]";

    [Theory]
    [InlineData("Güntzelstrasse 86, Zurich", "DE", "Zurich in Switzerland"), InlineData("Bahnhofstr. 1, Zürich", "DE", "Switzerland")]
    [InlineData("10 Rue X, 75001 PARIS", "US", "Paris in France"), InlineData("1 Main St, San Francisco", "DE", "San Francisco in United States")]
    [InlineData("Berlin", "AT", "Berlin in Germany"), InlineData("Plac 1, Łódź", "DE", "Lodz in Poland")]
    [InlineData("Strada 2; Milano, Italia", "FR", "Milano in Italy")]
    public async Task An_address_in_another_country_is_a_warning(string address, string country, string words)
    {
        var file = await TranscendText.ReadEntities(Entity(address, country));

        file.ShouldWarn(3, "business-entities[0].address", words);
        Assert.Equal(country, Assert.Single(file.BusinessEntities).HeadquarterCountry?.Value);
    }

    [Theory]
    [InlineData("1600 Penn Ave, NY, NY", "US"), InlineData("1135 Hanson Ave, San Francisco", "US"), InlineData("1 Elm St, Berlin, CT 06037", "US")]
    [InlineData("1 Elm St, Paris, Texas", "US"), InlineData("12 London Road, Brighton", "DE"), InlineData("1 King St, London", "CA")]
    [InlineData("Berlinerstrasse 3, Zürich", "CH"), InlineData("3 High Street, Belfast, Northern Ireland", "GB"), InlineData("Nowhere", "DE")]
    public async Task An_address_that_may_be_in_the_country_is_none(string address, string country)
    {
        var file = await TranscendText.ReadEntities(Entity(address, country));

        Assert.DoesNotContain(file.Messages, message => message.At.Key.EndsWith("address", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EU"), InlineData("Germany"), InlineData("de"), InlineData("XX")]
    public async Task A_country_that_is_none_is_a_warning(string country) =>
        (await TranscendText.ReadEntities($"business-entities:\n  - title: A\n    headquarterCountry: {country}\n"))
            .ShouldWarn(3, "business-entities[0].headquarterCountry", $"\"{country}\" is not the ISO 3166 code of a country. The seat stays not recorded.");

    [Fact]
    public async Task A_state_of_another_country_is_a_warning() =>
        (await TranscendText.ReadEntities("business-entities:\n  - title: A\n    headquarterCountry: DE\n    headquarterSubDivision: US-CA\n"))
            .ShouldWarn(4, "business-entities[0].headquarterSubDivision", "\"US-CA\" is not in the country DE.");

    [Fact]
    public async Task No_country_is_a_warning() =>
        (await TranscendText.ReadEntities("business-entities:\n  - title: A\n"))
            .ShouldWarn(2, "business-entities[0]", "A: no headquarterCountry is stated");

    [Fact]
    public async Task A_period_without_unit_asks_for_it() =>
        (await Read("retentionType: STATED_PERIOD\n    retentionPeriod: 90"))
            .ShouldWarn(4, $"{Activity}.retentionPeriod", "the retention period \"90\" has no unit; it is kept as text. Is it days, months or years?");

    [Theory]
    [InlineData("UNSPECIFIED", "no retention is stated; no retention rule is recorded."), InlineData("STATED_PERIOD", "announced but none is stated")]
    [InlineData("LIMITED", "has no period"), InlineData("INDEFINITE", "has no period"), InlineData("OTHER", "has no period")]
    public async Task Retention_without_a_period_is_a_warning(string word, string words) =>
        (await Read($"retentionType: {word}")).ShouldWarn(3, $"{Activity}.retentionType", words);

    [Fact]
    public async Task Retention_that_is_not_mentioned_is_a_warning() =>
        (await Read("description: B")).ShouldWarn(2, Activity, "no retention is stated");

    [Theory]
    [InlineData("MISSING", "stays missing"), InlineData("NOT_REQUIRED", "none is recorded"), InlineData("LINK", "none is stated")]
    public async Task An_impact_assessment_that_is_not_there_is_a_warning(string word, string words) =>
        (await Read($"dataProtectionImpactAssessmentStatus: {word}"))
            .ShouldWarn(3, $"{Activity}.dataProtectionImpactAssessmentStatus", words);

    [Fact]
    public async Task No_controllership_is_a_warning() =>
        (await Read("controllerships: []")).ShouldWarn(2, Activity, "the role stays unknown");

    [Fact]
    public async Task Two_controllerships_are_a_warning() =>
        (await Read("controllerships: [CONTROLLER, PROCESSOR]"))
            .ShouldWarn(3, $"{Activity}.controllerships[0]", "an activity has one role here");

    [Fact]
    public async Task Two_equal_controllerships_are_none() =>
        Assert.DoesNotContain(
            (await Read("controllerships: [PROCESSOR, PROCESSOR]")).Messages,
            message => message.At.Key.Contains("controllerships", StringComparison.Ordinal));

    [Theory]
    [InlineData("alice"), InlineData("a b@c.de"), InlineData("@c.de"), InlineData("a@c"), InlineData("a@b@c.de"), InlineData("a@c.")]
    public async Task Something_else_than_an_email_address_is_a_warning(string address) =>
        (await Read($"ownerEmails: ['{address}']")).ShouldWarn(3, $"{Activity}.ownerEmails[0]", $"\"{address}\" is not an e-mail address");

    [Fact]
    public async Task What_has_no_place_is_a_note()
    {
        var file = await Read("teamNames: [Legal]");

        var note = Assert.Single(file.Messages, message => message is { Severity: ImportSeverity.Note, At.Line: 3 });
        Assert.Equal("B: ComplianceHub has no place for the team \"Legal\".", note.Sentence);
    }

    [Fact]
    public async Task A_missing_time_zone_is_a_warning() =>
        (await TranscendText.ReadEntities("business-entities:\n  - title: A\n"))
            .ShouldWarn(2, "business-entities[0]", "the shop's days begin in UTC until somebody sets it");

    [Fact]
    public async Task A_transfer_without_importer_is_a_warning() =>
        (await Read("transferRegions: [{ country: IN }]"))
            .ShouldWarn(3, $"{Activity}.transferRegions[0]", "without importer and mechanism; it is kept in the description");

    [Fact]
    public async Task A_region_that_is_no_country_is_a_warning() =>
        (await Read("storageRegions: [{ country: EU }]"))
            .ShouldWarn(3, $"{Activity}.storageRegions[0].country", "The description keeps it as it is stated.");

    [Theory]
    [InlineData("dataSubjectTypes: [martian]", "dataSubjectTypes[0]", "\"martian\" is no category of data subjects here")]
    [InlineData("processingSubPurposes: [{ purpose: UNSPECIFIED }]", "processingSubPurposes[0].purpose", "the purpose is not specified")]
    [InlineData("dataSubCategories: [{ category: HEALTH }]", "dataSubCategories[0].category", "special category of Art. 9(1) GDPR")]
    [InlineData("dataSubCategories: [{ category: UNSPECIFIED }]", "dataSubCategories[0].category", "the data are not specified")]
    public async Task What_the_words_leave_open_is_a_warning(string line, string key, string words) =>
        (await Read(line)).ShouldWarn(3, $"{Activity}.{key}", words);

    [Fact]
    public async Task More_owners_than_fit_are_a_warning()
    {
        var owners = string.Join(", ", Enumerable.Range(0, 8).Select(number => $"somebody{number}@harbour.example"));

        (await Read($"ownerEmails: [{owners}]")).ShouldWarn(3, $"{Activity}.ownerEmails[0]", "the first ones are recorded");
    }

    [Fact]
    public async Task A_description_that_leaves_no_room_is_a_warning() =>
        (await Read($"description: {new string('x', 3990)}\n    attributes: [{{ key: Source, values: [Forms] }}]"))
            .ShouldWarn(2, Activity, "do not fit behind it; they are left out");

    private static string Entity(string address, string country) =>
        $"business-entities:\n  - title: A\n    address: {address}\n    headquarterCountry: {country}\n";

    private static Task<ComplianceHub.Exchange.Transcend.TranscendFile> Read(string line) =>
        TranscendText.ReadActivities($"processing-activities:\n  - title: B\n    {line}\n");
}
