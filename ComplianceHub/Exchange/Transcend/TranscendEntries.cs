using ComplianceHub.Exchange.Yaml;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>Reads one entry of each list, with every key that the format defines for it.</summary>
internal static class TranscendEntries
{
    // The limits of the fields that the values go to; a shop's name is shorter than a company's.
    private const int ShopName = 120;
    private const int Name = 200;
    private const int Address = 400;
    private const int Email = 120;
    private const int Link = 2_000;
    private const int LongText = 4_000;

    /// <summary>An entry of <c>business-entities</c>; null when it has no title.</summary>
    public static TranscendBusinessEntity? BusinessEntity(YamlFields fields, FilePosition at)
    {
        var entity = new TranscendBusinessEntity(at, Title(fields, at, ShopName))
        {
            Description = fields.Text("description", LongText),
            Address = fields.Text("address", Address),
            HeadquarterCountry = fields.Text("headquarterCountry", Name),
            HeadquarterSubDivision = fields.Text("headquarterSubDivision", Name),
            DataProtectionOfficerName = fields.Text("dataProtectionOfficerName", Name),
            DataProtectionOfficerEmail = fields.Text("dataProtectionOfficerEmail", Email),
            Attributes = fields.Groups("attributes", Attribute),
            Owners = fields.Texts("owners", Email),
            Teams = fields.Texts("teams", Name),
        };
        return entity.Title.Value.Length == 0 ? null : entity;
    }

    /// <summary>An entry of <c>processing-activities</c>; null when it has no title.</summary>
    public static TranscendProcessingActivity? ProcessingActivity(YamlFields fields, FilePosition at)
    {
        var activity = new TranscendProcessingActivity(at, Title(fields, at, Name))
        {
            Description = fields.Text("description", LongText),
            SecurityMeasureDetails = fields.Text("securityMeasureDetails", LongText),
            Controllerships = fields.Choices("controllerships", TranscendWords.Controllerships),
            StorageRegions = fields.Groups("storageRegions", Region),
            TransferRegions = fields.Groups("transferRegions", Region),
            RetentionType = fields.Choice("retentionType", TranscendWords.Retentions),
            RetentionPeriod = fields.Number("retentionPeriod"),
            DataProtectionImpactAssessmentLink = fields.Text("dataProtectionImpactAssessmentLink", Link),
            DataProtectionImpactAssessmentStatus =
                fields.Choice("dataProtectionImpactAssessmentStatus", TranscendWords.Assessments),
            Attributes = fields.Groups("attributes", Attribute),
            DataSiloTitles = fields.Texts("dataSiloTitles", Name),
            DataSubjectTypes = fields.Texts("dataSubjectTypes", Name),
            TeamNames = fields.Texts("teamNames", Name),
            OwnerEmails = fields.Texts("ownerEmails", Email),
            ProcessingSubPurposes = fields.Groups("processingSubPurposes", Purpose),
            DataSubCategories = fields.Groups("dataSubCategories", DataCategory),
            SaaSCategories = fields.Texts("saaSCategories", Name),
        };
        return activity.Title.Value.Length == 0 ? null : activity;
    }

    private static TranscendRegion Region(YamlFields fields, FilePosition at) =>
        new(at, fields.Text("country", Name), fields.Text("countrySubDivision", Name));

    private static TranscendAttribute? Attribute(YamlFields fields, FilePosition at)
    {
        var values = fields.Texts("values", LongText);
        return fields.RequiredText("key", Name) is { } key ? new(key, values) : null;
    }

    private static TranscendPurpose? Purpose(YamlFields fields, FilePosition at)
    {
        var name = fields.Text("name", Name);
        return fields.RequiredChoice("purpose", TranscendWords.Purposes) is { } purpose ? new(purpose, name) : null;
    }

    private static TranscendDataCategory? DataCategory(YamlFields fields, FilePosition at)
    {
        var name = fields.Text("name", Name);
        return fields.RequiredChoice("category", TranscendWords.DataCategories) is { } category ? new(category, name) : null;
    }

    // Whoever has no title is dropped, but only after its other fields have had their say.
    private static Stated<string> Title(YamlFields fields, FilePosition at, int longest) =>
        fields.RequiredText("title", longest) ?? new("", at);
}
