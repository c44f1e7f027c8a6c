namespace ComplianceHub.Exchange.Transcend;

/// <summary>What the two lists of a Transcend configuration state. With an error among the messages it holds no entries.</summary>
/// <param name="BusinessEntities">The legal entities and brands.</param>
/// <param name="ProcessingActivities">The processing activities.</param>
/// <param name="Messages">Errors, warnings and notes in the order of the files.</param>
public sealed record TranscendFile(
    IReadOnlyList<TranscendBusinessEntity> BusinessEntities,
    IReadOnlyList<TranscendProcessingActivity> ProcessingActivities,
    IReadOnlyList<ImportMessage> Messages)
{
    /// <summary>Whether a message forbids writing anything.</summary>
    public bool HasErrors => Messages.Any(message => message.Severity is ImportSeverity.Error);
}

/// <summary>An entry of <c>business-entities</c>: a company or brand of the holding.</summary>
/// <param name="At">Where the entry starts.</param>
/// <param name="Title">Its name, unique in the file.</param>
public sealed record TranscendBusinessEntity(FilePosition At, Stated<string> Title)
{
    /// <summary>What it does.</summary>
    public Stated<string>? Description { get; init; }

    /// <summary>Its postal address in one line or several.</summary>
    public Stated<string>? Address { get; init; }

    /// <summary>The country of its headquarters, as the file spells the code.</summary>
    public Stated<string>? HeadquarterCountry { get; init; }

    /// <summary>The state or province of its headquarters, ISO 3166-2.</summary>
    public Stated<string>? HeadquarterSubDivision { get; init; }

    /// <summary>Who is its data protection officer (Art. 37 GDPR).</summary>
    public Stated<string>? DataProtectionOfficerName { get; init; }

    /// <summary>How the data protection officer is reached.</summary>
    public Stated<string>? DataProtectionOfficerEmail { get; init; }

    /// <summary>The holding's own labels.</summary>
    public IReadOnlyList<TranscendAttribute> Attributes { get; init; } = [];

    /// <summary>E-mail addresses of the people in charge.</summary>
    public IReadOnlyList<Stated<string>> Owners { get; init; } = [];

    /// <summary>Teams in charge.</summary>
    public IReadOnlyList<Stated<string>> Teams { get; init; } = [];
}

/// <summary>An entry of <c>processing-activities</c> (Art. 30 GDPR).</summary>
/// <param name="At">Where the entry starts.</param>
/// <param name="Title">Its name, unique in the file.</param>
public sealed record TranscendProcessingActivity(FilePosition At, Stated<string> Title)
{
    /// <summary>What happens with the data.</summary>
    public Stated<string>? Description { get; init; }

    /// <summary>How the data are protected (Art. 30(1)(g) GDPR).</summary>
    public Stated<string>? SecurityMeasureDetails { get; init; }

    /// <summary>The roles of the holding; empty is unknown.</summary>
    public IReadOnlyList<Stated<TranscendControllership>> Controllerships { get; init; } = [];

    /// <summary>Where the data are stored.</summary>
    public IReadOnlyList<TranscendRegion> StorageRegions { get; init; } = [];

    /// <summary>Where the data are sent.</summary>
    public IReadOnlyList<TranscendRegion> TransferRegions { get; init; } = [];

    /// <summary>What is said about the end of the data.</summary>
    public Stated<TranscendRetention>? RetentionType { get; init; }

    /// <summary>A bare number; the file has no unit for it.</summary>
    public Stated<string>? RetentionPeriod { get; init; }

    /// <summary>Where the impact assessment lies.</summary>
    public Stated<string>? DataProtectionImpactAssessmentLink { get; init; }

    /// <summary>What is said about the impact assessment.</summary>
    public Stated<TranscendAssessment>? DataProtectionImpactAssessmentStatus { get; init; }

    /// <summary>The holding's own labels.</summary>
    public IReadOnlyList<TranscendAttribute> Attributes { get; init; } = [];

    /// <summary>The systems that hold the data, by name.</summary>
    public IReadOnlyList<Stated<string>> DataSiloTitles { get; init; } = [];

    /// <summary>Whose data they are.</summary>
    public IReadOnlyList<Stated<string>> DataSubjectTypes { get; init; } = [];

    /// <summary>Teams in charge.</summary>
    public IReadOnlyList<Stated<string>> TeamNames { get; init; } = [];

    /// <summary>E-mail addresses of the people in charge.</summary>
    public IReadOnlyList<Stated<string>> OwnerEmails { get; init; } = [];

    /// <summary>What the data are for.</summary>
    public IReadOnlyList<TranscendPurpose> ProcessingSubPurposes { get; init; } = [];

    /// <summary>Which data they are.</summary>
    public IReadOnlyList<TranscendDataCategory> DataSubCategories { get; init; } = [];

    /// <summary>Kinds of software that are used.</summary>
    public IReadOnlyList<Stated<string>> SaaSCategories { get; init; } = [];
}

/// <summary>A country or part of one.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Country">The code as the file spells it.</param>
/// <param name="SubDivision">The state or province, ISO 3166-2.</param>
public sealed record TranscendRegion(FilePosition At, Stated<string>? Country, Stated<string>? SubDivision);

/// <summary>A label of the holding.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Values">Its values.</param>
public sealed record TranscendAttribute(Stated<string> Key, IReadOnlyList<Stated<string>> Values);

/// <summary>A purpose: a word of the format, and the holding's own name for it.</summary>
/// <param name="Purpose">The word, such as <c>MARKETING</c>.</param>
/// <param name="Name">The holding's name.</param>
public sealed record TranscendPurpose(Stated<string> Purpose, Stated<string>? Name);

/// <summary>A kind of personal data: a word of the format, and the holding's own name for it.</summary>
/// <param name="Category">The word, such as <c>CONTACT</c>.</param>
/// <param name="Name">The holding's name, such as "Email".</param>
public sealed record TranscendDataCategory(Stated<string> Category, Stated<string>? Name);
