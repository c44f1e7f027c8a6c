namespace ComplianceHub.Exchange.Transcend;

/// <summary>The words that the configuration files of Transcend's command line use for closed lists.</summary>
internal static class TranscendWords
{
    /// <summary>Every list that a configuration file may hold; only two of them are read here.</summary>
    public static readonly IReadOnlyList<string> TopLevel =
    [
        "action-item-collections", "action-items", "actions", "api-keys", "assessment-templates", "assessments",
        "attributes", "business-entities", "consent-manager", "cookies", "data-categories", "data-flows", "data-silos",
        "data-subjects", "enrichers", "identifiers", "messages", "partitions", "policies", "preference-options",
        "preference-workflow-configs", "privacy-center", "processing-activities", "processing-purposes", "purposes",
        "system-discovery", "teams", "templates", "vendors", "workflow-configs",
    ];

    /// <summary>The role that the holding has in an activity.</summary>
    public static readonly IReadOnlyDictionary<string, TranscendControllership> Controllerships =
        new Dictionary<string, TranscendControllership>(StringComparer.Ordinal)
        {
            ["CONTROLLER"] = TranscendControllership.Controller,
            ["PROCESSOR"] = TranscendControllership.Processor,
            ["JOINT_CONTROLLER"] = TranscendControllership.JointController,
        };

    /// <summary>What is said about how long data are kept.</summary>
    public static readonly IReadOnlyDictionary<string, TranscendRetention> Retentions =
        new Dictionary<string, TranscendRetention>(StringComparer.Ordinal)
        {
            ["STATED_PERIOD"] = TranscendRetention.StatedPeriod,
            ["LIMITED"] = TranscendRetention.Limited,
            ["INDEFINITE"] = TranscendRetention.Indefinite,
            ["OTHER"] = TranscendRetention.Other,
            ["UNSPECIFIED"] = TranscendRetention.Unspecified,
        };

    /// <summary>What is said about the impact assessment.</summary>
    public static readonly IReadOnlyDictionary<string, TranscendAssessment> Assessments =
        new Dictionary<string, TranscendAssessment>(StringComparer.Ordinal)
        {
            ["LINK"] = TranscendAssessment.Link,
            ["NOT_REQUIRED"] = TranscendAssessment.NotRequired,
            ["MISSING"] = TranscendAssessment.Missing,
        };

    /// <summary>The purposes of processing.</summary>
    public static readonly IReadOnlyDictionary<string, string> Purposes = Same(
        "ESSENTIAL", "ADDITIONAL_FUNCTIONALITY", "ADVERTISING", "MARKETING", "ANALYTICS", "PERSONALIZATION",
        "OPERATION_SECURITY", "LEGAL", "TRANSFER", "SALE", "HR", "OTHER", "UNSPECIFIED");

    /// <summary>The categories of personal data.</summary>
    public static readonly IReadOnlyDictionary<string, string> DataCategories = Same(
        "FINANCIAL", "HEALTH", "CONTACT", "LOCATION", "DEMOGRAPHIC", "ID", "ONLINE_ACTIVITY", "USER_PROFILE",
        "SOCIAL_MEDIA", "CONNECTION", "TRACKING", "DEVICE", "SURVEY", "OTHER", "UNSPECIFIED", "NOT_PERSONAL_DATA",
        "INTEGRATION_IDENTIFIER");

    private static Dictionary<string, string> Same(params string[] words) =>
        words.ToDictionary(word => word, StringComparer.Ordinal);
}

/// <summary>The role of the holding in an activity, Art. 4(7), 4(8) and 26 GDPR.</summary>
public enum TranscendControllership
{
    /// <summary><c>CONTROLLER</c>.</summary>
    Controller,

    /// <summary><c>PROCESSOR</c>.</summary>
    Processor,

    /// <summary><c>JOINT_CONTROLLER</c>.</summary>
    JointController,
}

/// <summary>What a file says about how long data are kept.</summary>
public enum TranscendRetention
{
    /// <summary><c>STATED_PERIOD</c>: a number follows.</summary>
    StatedPeriod,

    /// <summary><c>LIMITED</c>: deleted at some time that is not stated.</summary>
    Limited,

    /// <summary><c>INDEFINITE</c>: never deleted.</summary>
    Indefinite,

    /// <summary><c>OTHER</c>: none of these.</summary>
    Other,

    /// <summary><c>UNSPECIFIED</c>: not stated.</summary>
    Unspecified,
}

/// <summary>What a file says about the data protection impact assessment, Art. 35 GDPR.</summary>
public enum TranscendAssessment
{
    /// <summary><c>LINK</c>: it lies elsewhere.</summary>
    Link,

    /// <summary><c>NOT_REQUIRED</c>: somebody decided that none is needed.</summary>
    NotRequired,

    /// <summary><c>MISSING</c>: there is none.</summary>
    Missing,
}
