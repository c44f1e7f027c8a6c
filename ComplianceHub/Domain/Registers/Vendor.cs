using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>
/// A third party that receives personal data. Its role is not here but on each disclosure: the same company may be
/// processor for one activity and independent controller for another.
/// </summary>
public sealed class Vendor : OwnedRecord, IReviewed
{
    /// <summary>The contracting entity, for example "Shopify International Ltd".</summary>
    [Editable(true), Required(ErrorMessage = "Enter the legal name of the third party."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string LegalName { get; set; } = "";

    /// <summary>Which of its services the shop uses, when one company is recorded more than once; else empty.</summary>
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters.")]
    public string? Service { get; set; }

    /// <summary>Country of the seat; null is not recorded.</summary>
    [Editable(true), CountryCode]
    public string? Country { get; set; }

    /// <summary>Countries in which it processes the data.</summary>
    [Editable(true), CountryCode]
    public List<string> ProcessingCountries { get; set; } = [];

    /// <summary>Countries from which its people can reach the data; remote access counts as transfer (Art. 44 GDPR).</summary>
    [Editable(true), CountryCode]
    public List<string> AccessCountries { get; set; } = [];

    /// <summary>Its entry in the EU-US Data Privacy Framework (Decision (EU) 2023/1795).</summary>
    [Editable(true)]
    public DataPrivacyFramework DataPrivacyFramework { get; set; } = new();

    /// <summary>Its binding corporate rules (Art. 47 GDPR).</summary>
    [Editable(true)]
    public BindingCorporateRules BindingCorporateRules { get; set; } = new();

    /// <summary>Whether it uses sub-processors: Unknown until somebody recorded the list or that there are none (Art. 28(2) GDPR).</summary>
    [Editable(true)]
    public Answer UsesSubProcessors { get; set; }

    /// <summary>Its sub-processors.</summary>
    [Editable(true)]
    public List<SubProcessor> SubProcessors { get; set; } = [];

    /// <summary>When the list of sub-processors was last checked; null when never.</summary>
    [Editable(true)]
    public DateOnly? SubProcessorsCheckedOn { get; set; }

    /// <summary>The changes of sub-processors that it announced, with what was decided on each (Art. 28(2) GDPR).</summary>
    [Editable(true)]
    public List<SubProcessorChange> SubProcessorChanges { get; set; } = [];

    /// <summary>The check of its guarantees (Art. 28(1) GDPR).</summary>
    [Editable(true)]
    public DueDiligence DueDiligence { get; set; } = new();

    /// <summary>Whether somebody has confirmed that this third party is used; imported names wait for that.</summary>
    [Editable(true)]
    public bool ToConfirm { get; set; }

    /// <inheritdoc />
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? Owner { get; set; }

    /// <inheritdoc />
    [Editable(true)]
    public DateOnly? ReviewedOn { get; set; }

    /// <inheritdoc />
    public override string DisplayName => string.IsNullOrEmpty(Service) ? LegalName : $"{LegalName} ({Service})";

    /// <inheritdoc />
    public override Register Register => Register.ThirdParties;
}

/// <summary>An entry in the EU-US Data Privacy Framework list.</summary>
public sealed record DataPrivacyFramework
{
    /// <summary>Whether the importer is certified.</summary>
    public Answer Certified { get; set; }

    /// <summary>Whether the certification covers human-resources data.</summary>
    public Answer CoversHumanResources { get; set; }

    /// <summary>The certified entity as the list names it; it must be the importer of the transfer.</summary>
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? EntityName { get; set; }

    /// <summary>When somebody looked the entry up; null when never.</summary>
    public DateOnly? VerifiedOn { get; set; }
}

/// <summary>Binding corporate rules for controllers or for processors.</summary>
public enum BindingCorporateRulesKind
{
    /// <summary>For controllers (BCR-C).</summary>
    Controller,

    /// <summary>For processors (BCR-P).</summary>
    Processor,
}

/// <summary>Approved binding corporate rules of a third party (Art. 47 GDPR).</summary>
public sealed record BindingCorporateRules
{
    /// <summary>For controllers or processors; null when there are none or it is not recorded.</summary>
    public BindingCorporateRulesKind? Kind { get; set; }

    /// <summary>The approval's reference.</summary>
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? ApprovalReference { get; set; }

    /// <summary>When somebody looked the approval up; null when never.</summary>
    public DateOnly? VerifiedOn { get; set; }
}

/// <summary>A processor engaged by a processor (Art. 28(2), (4) GDPR).</summary>
public sealed record SubProcessor
{
    /// <summary>Its name.</summary>
    [Required(ErrorMessage = "Enter the name of the sub-processor."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Name { get; set; } = "";

    /// <summary>Its country; null is not recorded.</summary>
    [CountryCode]
    public string? Country { get; set; }

    /// <summary>What it does.</summary>
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Purpose { get; set; }

    /// <summary>The mechanism of the onward transfer to a third country; null when none is recorded.</summary>
    public TransferMechanism? Mechanism { get; set; }
}

/// <summary>What was decided on an announced change of sub-processors.</summary>
public enum SubProcessorDecision
{
    /// <summary>Not decided.</summary>
    Open,

    /// <summary>The change was accepted.</summary>
    Accepted,

    /// <summary>The change was objected to.</summary>
    Objected,
}

/// <summary>A change of sub-processors that a processor announced, so that the controller can object (Art. 28(2) GDPR).</summary>
public sealed record SubProcessorChange
{
    /// <summary>What changes, for example "Adds Acme Ltd, India, for support".</summary>
    [Required(ErrorMessage = "Enter what changes."), StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string Change { get; set; } = "";

    /// <summary>The day of the notice; null is not recorded.</summary>
    public DateOnly? AnnouncedOn { get; set; }

    /// <summary>The last day on which to object; null is not recorded: the agreement's days of notice then count from the day of the notice.</summary>
    public DateOnly? ObjectUntil { get; set; }

    /// <summary>What was decided.</summary>
    public SubProcessorDecision Decision { get; set; }

    /// <summary>The last day on which to object.</summary>
    /// <param name="noticeDays">The days of notice in the agreement; null when it names none.</param>
    /// <returns>Null when neither it nor both other days are known.</returns>
    public DateOnly? LastDay(int? noticeDays) => ObjectUntil ?? (AnnouncedOn is { } day && noticeDays is { } days && days <= DateOnly.MaxValue.DayNumber - day.DayNumber ? day.AddDays(days) : null);
}

/// <summary>What the check of a processor's guarantees came to.</summary>
public enum DueDiligenceOutcome
{
    /// <summary>Not decided.</summary>
    Open,

    /// <summary>The guarantees are sufficient (Art. 28(1) GDPR).</summary>
    Acceptable,

    /// <summary>They are not.</summary>
    NotAcceptable,
}

/// <summary>The check of a processor's guarantees (Art. 28(1) GDPR).</summary>
public sealed record DueDiligence
{
    /// <summary>When it was done; null when never.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Its last day; null when the usual period counts.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>What it came to.</summary>
    public DueDiligenceOutcome Outcome { get; set; }

    /// <summary>Certificates, reports, questionnaires.</summary>
    [References(typeof(EvidenceFile))]
    public List<Guid> EvidenceIds { get; set; } = [];
}
