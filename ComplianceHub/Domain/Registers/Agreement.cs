using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>An agreement with a third party: data processing agreement, joint-controller arrangement, standard clauses and others.</summary>
public sealed class Agreement : OwnedRecord, IReviewed, IValidatableObject
{
    /// <summary>The other party.</summary>
    [Editable(true), References(typeof(Vendor))]
    public Guid VendorId { get; set; }

    /// <summary>What the document is.</summary>
    [Editable(true)]
    public AgreementKind Kind { get; set; }

    /// <summary>The document's title, for example "Data Processing Addendum v4".</summary>
    [Editable(true), Required(ErrorMessage = "Enter the title of the agreement."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>Whether both sides have signed, or accepted electronically (Art. 28(9) GDPR).</summary>
    [Editable(true)]
    public bool Signed { get; set; }

    /// <summary>The day of the signature; null is not recorded.</summary>
    [Editable(true)]
    public DateOnly? SignedOn { get; set; }

    /// <summary>The first day in force; null is not recorded, and then it is not in force.</summary>
    [Editable(true)]
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>The last day in force; null while it has no end.</summary>
    [Editable(true)]
    public DateOnly? EffectiveTo { get; set; }

    /// <summary>The signed document.</summary>
    [Editable(true), References(typeof(EvidenceFile))]
    public Guid? EvidenceId { get; set; }

    /// <summary>What the review found for each clause that such an agreement must have.</summary>
    [Editable(true)]
    public List<ClauseReview> Clauses { get; set; } = [];

    /// <summary>The modules of the standard contractual clauses, Decision (EU) 2021/914.</summary>
    [Editable(true)]
    public List<SccModule> SccModules { get; set; } = [];

    /// <summary>Whether these are the clauses of before 2021, unusable since 27 December 2022.</summary>
    [Editable(true)]
    public bool IsPre2021StandardClauses { get; set; }

    /// <summary>How sub-processors are authorised (Art. 28(2) GDPR).</summary>
    [Editable(true)]
    public SubProcessorAuthorisation SubProcessorAuthorisation { get; set; }

    /// <summary>Days of notice before a sub-processor changes; null is not recorded.</summary>
    [Editable(true), Range(0, 365, ErrorMessage = "Enter days from 0 to 365.")]
    public int? SubProcessorNoticeDays { get; set; }

    /// <summary>Hours within which a breach is notified to us (Art. 33(2) GDPR); null is not recorded.</summary>
    [Editable(true), Range(0, 2160, ErrorMessage = "Enter hours from 0 to 2,160.")]
    public int? BreachNoticeHours { get; set; }

    /// <summary>The personal data that the agreement's annex lists; empty is not recorded.</summary>
    [Editable(true), References(typeof(DataElement))]
    public List<Guid> CoveredElementIds { get; set; } = [];

    /// <summary>The countries that the agreement covers; empty is not limited.</summary>
    [Editable(true), CountryCode]
    public List<string> CoveredCountries { get; set; } = [];

    /// <summary>The specific business purposes it names (§ 1798.140(e), 11 CCR § 7051(a)(2)).</summary>
    [Editable(true)]
    public List<BusinessPurpose> BusinessPurposes { get; set; } = [];

    /// <summary>Whether it describes the purposes only in general words, for example "the services" (11 CCR §§ 7051(a)(2), 7053(a)(1)).</summary>
    [Editable(true)]
    public bool PurposesAreGeneric { get; set; }

    /// <summary>When the rights to verify the provider were last used (11 CCR § 7051(c)); null when never.</summary>
    [Editable(true)]
    public DateOnly? VerificationRightsUsedOn { get; set; }

    /// <summary>Who reviewed the clauses.</summary>
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? ReviewedBy { get; set; }

    /// <inheritdoc />
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? Owner { get; set; }

    /// <summary>When the clauses were last reviewed; null when never.</summary>
    [Editable(true)]
    public DateOnly? ReviewedOn { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Title;

    /// <inheritdoc />
    public override Register Register => Register.Agreements;

    /// <summary>What the review found for a clause; a clause that nobody looked at is not reviewed.</summary>
    public ClauseFinding FindingOf(string code) =>
        Clauses.FirstOrDefault(clause => clause.Code == code)?.Finding ?? ClauseFinding.NotReviewed;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VendorId == Guid.Empty)
            yield return new ValidationResult("Choose the third party.", [nameof(VendorId)]);
        if (EffectiveTo < EffectiveFrom)
            yield return new ValidationResult("The last day is before the first. Correct one of them.", [nameof(EffectiveTo)]);
    }
}

/// <summary>What an agreement is.</summary>
public enum AgreementKind
{
    /// <summary>Data processing agreement, Art. 28 GDPR.</summary>
    DataProcessingAgreement,

    /// <summary>Joint-controller arrangement, Art. 26 GDPR.</summary>
    JointControllerArrangement,

    /// <summary>Standard contractual clauses, Decision (EU) 2021/914.</summary>
    StandardContractualClauses,

    /// <summary>Binding corporate rules, Art. 47 GDPR.</summary>
    BindingCorporateRules,

    /// <summary>International data transfer agreement of the United Kingdom.</summary>
    InternationalDataTransferAgreement,

    /// <summary>United Kingdom addendum to the standard contractual clauses.</summary>
    UnitedKingdomAddendum,

    /// <summary>Service-provider or contractor terms, § 1798.140(ag), (j) CCPA.</summary>
    ServiceProviderContract,

    /// <summary>Third-party terms, 11 CCR § 7053.</summary>
    ThirdPartyContract,

    /// <summary>Confidentiality agreement.</summary>
    ConfidentialityAgreement,
}

/// <summary>What the review found for one clause.</summary>
public sealed record ClauseReview
{
    /// <summary>The clause's code in its set (D0a to D10, J1 to J4, S1 to S13, X1 to X6), or a notice's point, for example retention.</summary>
    [StringLength(40)]
    public string Code { get; set; } = "";

    /// <summary>Present, absent or not reviewed.</summary>
    public ClauseFinding Finding { get; set; }

    /// <summary>Where the clause stands, for example "§ 7".</summary>
    [StringLength(80, ErrorMessage = "Use at most 80 characters.")]
    public string? Where { get; set; }
}

/// <summary>Whether an agreement has a clause.</summary>
public enum ClauseFinding
{
    /// <summary>Nobody has looked.</summary>
    NotReviewed,

    /// <summary>The agreement says it.</summary>
    Present,

    /// <summary>The agreement does not say it.</summary>
    Absent,
}

/// <summary>How a processor's sub-processors are authorised (Art. 28(2) GDPR).</summary>
public enum SubProcessorAuthorisation
{
    /// <summary>Not at all, or not recorded.</summary>
    None,

    /// <summary>In general, with notice of changes and the right to object.</summary>
    General,

    /// <summary>Each one by itself.</summary>
    Specific,
}

/// <summary>The modules of the standard contractual clauses, Decision (EU) 2021/914.</summary>
public enum SccModule
{
    /// <summary>Module 1: controller to controller.</summary>
    ControllerToController,

    /// <summary>Module 2: controller to processor.</summary>
    ControllerToProcessor,

    /// <summary>Module 3: processor to processor.</summary>
    ProcessorToProcessor,

    /// <summary>Module 4: processor to controller.</summary>
    ProcessorToController,
}
