using System.Text;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;

namespace ComplianceHub.Tests.Exchange.Transcend;

/// <summary>Reads text as if it were the files, and small files to break one thing in.</summary>
internal static class TranscendText
{
    public const string Entities =
        """
        business-entities:
          - title: Harbour Books
            description: Sells books
            address: Kaivokatu 1, Helsinki
            headquarterCountry: FI
            headquarterSubDivision: FI-18
            dataProtectionOfficerName: Aino Laine
            dataProtectionOfficerEmail: aino@harbour.example
            attributes:
              - key: Tag
                values:
                  - one
            owners:
              - owner@harbour.example
            teams:
              - Legal
        """;

    public const string Activities =
        """
        processing-activities:
          - title: Newsletter
            description: >-
              Sends a letter
              each month
            securityMeasureDetails: Encrypted
            controllerships:
              - CONTROLLER
            storageRegions:
              - country: US
                countrySubDivision: US-CA
            transferRegions:
              - country: IN
            retentionType: STATED_PERIOD
            retentionPeriod: 90
            dataProtectionImpactAssessmentLink: https://example.com
            dataProtectionImpactAssessmentStatus: LINK
            attributes:
              - key: Source
                values: [Forms]
            dataSiloTitles:
              - Mailer
            dataSubjectTypes:
              - customer
            teamNames:
              - Marketing
            ownerEmails:
              - alice@harbour.example
            processingSubPurposes:
              - purpose: MARKETING
                name: Letters
            dataSubCategories:
              - category: CONTACT
                name: Email
            saaSCategories:
              - E-mail
        """;

    public static Task<TranscendFile> ReadEntities(string text) => Read(Encoding.UTF8.GetBytes(text), null);

    public static Task<TranscendFile> ReadActivities(string text) => Read(null, Encoding.UTF8.GetBytes(text));

    public static async Task<TranscendFile> Read(byte[]? entities, byte[]? activities)
    {
        using var first = new MemoryStream(entities ?? []);
        using var second = new MemoryStream(activities ?? []);
        return await TranscendReader.ReadAsync(
            entities is null ? null : new ImportFile("entities.yml", first),
            activities is null ? null : new ImportFile("activities.yml", second),
            TestContext.Current.CancellationToken);
    }

    /// <summary>Exactly one error, at this line and key, with these words; and nothing to write.</summary>
    public static void ShouldRefuse(this TranscendFile file, int line, string key, string words)
    {
        var error = Assert.Single(file.Messages, message => message.Severity is ImportSeverity.Error);
        Assert.Contains(words, error.Sentence, StringComparison.Ordinal);
        Assert.Equal((line, key), (error.At.Line, error.At.Key));
        Assert.Empty(file.BusinessEntities);
        Assert.Empty(file.ProcessingActivities);
    }

    /// <summary>No error, and a warning at this line and key with these words.</summary>
    public static void ShouldWarn(this TranscendFile file, int line, string key, string words)
    {
        Assert.False(file.HasErrors, string.Join('\n', file.Messages));
        Assert.Contains(file.Messages, message =>
            message.Severity is ImportSeverity.Warning
            && (message.At.Line, message.At.Key) == (line, key)
            && message.Sentence.Contains(words, StringComparison.Ordinal));
    }
}
