using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>How long which data are kept, counted from what, and why (Art. 5(1)(e) GDPR).</summary>
public sealed class RetentionRule : OwnedRecord, IReviewed, IValidatableObject
{
    /// <summary>The rule's name, for example "Invoices 8 years".</summary>
    [Editable(true), Required(ErrorMessage = "Enter the name of the rule."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Name { get; set; } = "";

    /// <summary>The activities whose data it covers.</summary>
    [Editable(true), References(typeof(ProcessingActivity))]
    public List<Guid> ActivityIds { get; set; } = [];

    /// <summary>The data it covers in those activities; empty with no <see cref="Categories"/> means all of them.</summary>
    [Editable(true), References(typeof(DataElement))]
    public List<Guid> ElementIds { get; set; } = [];

    /// <summary>The categories of § 1798.140(v)(1) CCPA it covers in those activities.</summary>
    [Editable(true)]
    public List<PersonalInformationCategory> Categories { get; set; } = [];

    /// <summary>How long; null when only criteria are named or nothing is recorded.</summary>
    [Editable(true)]
    public RetentionPeriod? Period { get; set; }

    /// <summary>Whether the data are kept without end; lawful only for a minimal suppression list.</summary>
    [Editable(true)]
    public bool IsIndefinite { get; set; }

    /// <summary>Whether it is a minimal list kept to honour objections (code SUPPRESSION, Art. 21(3) GDPR).</summary>
    [Editable(true)]
    public bool IsSuppressionList { get; set; }

    /// <summary>What decides the end where no period can be named (Art. 13(2)(a) GDPR).</summary>
    [Editable(true), StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Criteria { get; set; }

    /// <summary>The event from which the period counts, for example "end of the calendar year of the order".</summary>
    [Editable(true), StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string? Trigger { get; set; }

    /// <summary>The law or policy that asks for the period.</summary>
    [Editable(true), StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string? LegalSource { get; set; }

    /// <summary>Why the purpose needs the period.</summary>
    [Editable(true), StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Justification { get; set; }

    /// <summary>The kind of data, where the law is known to limit it (catalogue 10); null when none fits.</summary>
    [Editable(true)]
    public RetentionClass? Class { get; set; }

    /// <summary>What happens at the end; null is not recorded.</summary>
    [Editable(true)]
    public Disposal? Disposal { get; set; }

    /// <summary>Whether a job disposes of the data.</summary>
    [Editable(true)]
    public bool IsAutomated { get; set; }

    /// <summary>When the job last ran; null when never.</summary>
    [Editable(true)]
    public DateOnly? LastRunOn { get; set; }

    /// <summary>Whether the last run went well.</summary>
    [Editable(true)]
    public Answer LastRunSucceeded { get; set; }

    /// <summary>Why disposal is held back; empty when it is not.</summary>
    [Editable(true), StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? HoldReason { get; set; }

    /// <summary>Who approved the rule.</summary>
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? ApprovedBy { get; set; }

    /// <inheritdoc />
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? Owner { get; set; }

    /// <inheritdoc />
    [Editable(true)]
    public DateOnly? ReviewedOn { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.Retention;

    /// <summary>Whether the rule covers a datum in an activity (catalogue, GDPR-5-1-e).</summary>
    public bool Covers(ProcessingActivity activity, DataElement element) =>
        ActivityIds.Contains(activity.Id)
        && ((ElementIds.Count == 0 && Categories.Count == 0)
            || ElementIds.Contains(element.Id)
            || Categories.Exists(element.Categories.Contains));

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ActivityIds.Count == 0)
            yield return new ValidationResult("Choose at least one activity whose data the rule covers.", [nameof(ActivityIds)]);
        if (IsIndefinite && Period is not null)
            yield return new ValidationResult("A rule without end has no period. Remove one of them.", [nameof(Period)]);
    }
}

/// <summary>What happens to data at the end of their period.</summary>
public enum Disposal
{
    /// <summary>They are erased.</summary>
    Erase,

    /// <summary>They are made anonymous.</summary>
    Anonymise,

    /// <summary>They are archived with access for few.</summary>
    Archive,
}

/// <summary>Kinds of data whose longest lawful period is known (catalogue 10).</summary>
public enum RetentionClass
{
    /// <summary>Invoices and booking vouchers.</summary>
    Vouchers,

    /// <summary>Books and annual accounts.</summary>
    Books,

    /// <summary>Records of the VAT One-Stop-Shop.</summary>
    OneStopShop,

    /// <summary>Commercial letters.</summary>
    CommercialLetters,

    /// <summary>Electronic consumer contracts.</summary>
    ConsumerContracts,

    /// <summary>Prospects and inactive customers.</summary>
    Prospects,

    /// <summary>Proof of consent.</summary>
    ConsentProof,

    /// <summary>Abandoned carts and sessions.</summary>
    AbandonedCarts,

    /// <summary>Audience measurement.</summary>
    AudienceMeasurement,

    /// <summary>Card numbers.</summary>
    CardNumbers,

    /// <summary>Rejected applicants.</summary>
    RejectedApplicants,

    /// <summary>Video of a shop or warehouse.</summary>
    Video,

    /// <summary>Security logs.</summary>
    SecurityLogs,

    /// <summary>Warranty and claims.</summary>
    Warranty,
}
