using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>Which activity gives which data to which third party, and in which role that party acts.</summary>
public sealed class Disclosure : OwnedRecord, IValidatableObject
{
    /// <summary>The activity that discloses.</summary>
    [Editable(true), References(typeof(ProcessingActivity))]
    public Guid ActivityId { get; set; }

    /// <summary>The recipient.</summary>
    [Editable(true), References(typeof(Vendor))]
    public Guid VendorId { get; set; }

    /// <summary>What the recipient does with the data, in a few words, for example "Parcel delivery".</summary>
    [Editable(true), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Description { get; set; }

    /// <summary>The data that are disclosed; empty is not recorded.</summary>
    [Editable(true), References(typeof(DataElement))]
    public List<Guid> ElementIds { get; set; } = [];

    /// <summary>The recipient's role under the GDPR; null is undecided.</summary>
    [Editable(true)]
    public RecipientRole? GdprRole { get; set; }

    /// <summary>The recipient's role under the CCPA; null is undecided.</summary>
    [Editable(true)]
    public CcpaRole? CcpaRole { get; set; }

    /// <summary>Why the recipient is consumer-directed or gets no Californian data.</summary>
    [Editable(true), StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? CcpaRoleNote { get; set; }

    /// <summary>Whether it is a sale (§ 1798.140(ad) CCPA): money or other valuable consideration.</summary>
    [Editable(true)]
    public Answer IsSale { get; set; }

    /// <summary>Whether it is sharing for cross-context behavioural advertising (§ 1798.140(ah) CCPA).</summary>
    [Editable(true)]
    public Answer IsCrossContextAdvertising { get; set; }

    /// <summary>The business purposes of § 1798.140(e) CCPA.</summary>
    [Editable(true)]
    public List<BusinessPurpose> BusinessPurposes { get; set; } = [];

    /// <summary>The first day; null is not recorded.</summary>
    [Editable(true)]
    public DateOnly? Since { get; set; }

    /// <summary>The last day; null while it goes on.</summary>
    [Editable(true)]
    public DateOnly? Until { get; set; }

    /// <inheritdoc />
    public override string DisplayName => string.IsNullOrEmpty(Description) ? "Disclosure" : Description;

    /// <inheritdoc />
    public override Register Register => Register.Disclosures;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ActivityId == Guid.Empty)
            yield return new ValidationResult("Choose the activity that discloses the data.", [nameof(ActivityId)]);
        if (VendorId == Guid.Empty)
            yield return new ValidationResult("Choose the third party that receives the data.", [nameof(VendorId)]);
        if (Until < Since)
            yield return new ValidationResult("The last day is before the first. Correct one of them.", [nameof(Until)]);
    }
}

/// <summary>The role of a recipient under the GDPR.</summary>
public enum RecipientRole
{
    /// <summary>Processes for us (Art. 28 GDPR).</summary>
    Processor,

    /// <summary>Decides for itself.</summary>
    IndependentController,

    /// <summary>Decides together with us (Art. 26 GDPR).</summary>
    JointController,
}

/// <summary>The role of a recipient under the CCPA.</summary>
public enum CcpaRole
{
    /// <summary>Service provider, § 1798.140(ag).</summary>
    ServiceProvider,

    /// <summary>Contractor, § 1798.140(j).</summary>
    Contractor,

    /// <summary>Third party, § 1798.140(ai).</summary>
    ThirdParty,

    /// <summary>The consumer directs the disclosure, § 1798.140(ad)(2)(A), (ah)(2)(A).</summary>
    ConsumerDirected,

    /// <summary>No data of Californians reach it.</summary>
    NoCaliforniaData,
}

/// <summary>The business purposes of § 1798.140(e) CCPA, (1) to (8).</summary>
public enum BusinessPurpose
{
    /// <summary>e1: auditing advertising impressions.</summary>
    AuditingImpressions,

    /// <summary>e2: security and integrity.</summary>
    SecurityAndIntegrity,

    /// <summary>e3: debugging.</summary>
    Debugging,

    /// <summary>e4: short-term transient use.</summary>
    ShortTermTransientUse,

    /// <summary>e5: performing services.</summary>
    PerformingServices,

    /// <summary>e6: advertising and marketing, except cross-context behavioural advertising.</summary>
    AdvertisingAndMarketing,

    /// <summary>e7: internal research.</summary>
    InternalResearch,

    /// <summary>e8: quality and safety of a service or device.</summary>
    QualityAndSafety,
}
