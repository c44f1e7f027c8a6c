using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A flow of personal data to an importer in a third country, and what allows it (Chapter V GDPR).</summary>
public sealed class Transfer : OwnedRecord, IValidatableObject
{
    /// <summary>The disclosures that the transfer serves; one may serve several.</summary>
    [Editable(true), References(typeof(Disclosure))]
    public List<Guid> DisclosureIds { get; set; } = [];

    /// <summary>The company that receives the data in the third country.</summary>
    [Editable(true), Required(ErrorMessage = "Enter the importer: the company that receives the data."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Importer { get; set; } = "";

    /// <summary>The importer's country, or the country from which it reaches the data.</summary>
    [Editable(true), Required(ErrorMessage = "Choose the country of the importer."), CountryCode]
    public string ImporterCountry { get; set; } = "";

    /// <summary>Whether our processor in the EEA sends the data on.</summary>
    [Editable(true)]
    public bool IsOnward { get; set; }

    /// <summary>What allows the transfer; None is a finding.</summary>
    [Editable(true)]
    public TransferMechanism Mechanism { get; set; }

    /// <summary>The standard clauses or other agreement behind the mechanism.</summary>
    [Editable(true), References(typeof(Agreement))]
    public Guid? AgreementId { get; set; }

    /// <summary>The module of the standard clauses that is used; null is not recorded.</summary>
    [Editable(true)]
    public SccModule? SccModule { get; set; }

    /// <summary>The annexes of the standard clauses that are filled in and filed: 1, 2, 3.</summary>
    [Editable(true)]
    public List<int> AnnexesFiled { get; set; } = [];

    /// <summary>Standard clauses that step in if the mechanism falls; null when there are none.</summary>
    [Editable(true), References(typeof(Agreement))]
    public Guid? FallbackAgreementId { get; set; }

    /// <summary>Whether fallback clauses are part of the third party's data processing agreement.</summary>
    [Editable(true)]
    public bool FallbackInDataProcessingAgreement { get; set; }

    /// <summary>Whether the importer itself falls under Art. 3(2) GDPR.</summary>
    [Editable(true)]
    public Answer ImporterSubjectToGdpr { get; set; }

    /// <summary>Whether the scope of the adequacy decision covers the importer (Canada: PIPEDA; Japan, Korea: covered sectors).</summary>
    [Editable(true)]
    public Answer WithinAdequacyScope { get; set; }

    /// <summary>Whether the transfer happens only now and then (recital 111 GDPR).</summary>
    [Editable(true)]
    public Answer IsOccasional { get; set; }

    /// <summary>Why the derogation of Art. 49 GDPR applies, and its conditions.</summary>
    [Editable(true), StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? DerogationNote { get; set; }

    /// <summary>Whether authority and data subjects were informed, for Art. 49(1) second subparagraph.</summary>
    [Editable(true)]
    public Answer AuthorityAndPeopleInformed { get; set; }

    /// <inheritdoc />
    public override string DisplayName => $"{Importer} ({ImporterCountry})";

    /// <inheritdoc />
    public override Register Register => Register.Transfers;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DisclosureIds.Count == 0)
            yield return new ValidationResult("Choose at least one disclosure that the transfer serves.", [nameof(DisclosureIds)]);
    }
}

/// <summary>What allows a transfer to a third country (Arts 45 to 49 GDPR).</summary>
public enum TransferMechanism
{
    /// <summary>Nothing on file.</summary>
    None,

    /// <summary>Adequacy decision, Art. 45.</summary>
    Adequacy,

    /// <summary>EU-US Data Privacy Framework, Art. 45.</summary>
    DataPrivacyFramework,

    /// <summary>Standard contractual clauses, Art. 46(2)(c).</summary>
    StandardContractualClauses,

    /// <summary>Binding corporate rules, Arts 46(2)(b), 47.</summary>
    BindingCorporateRules,

    /// <summary>Clauses approved by an authority, Art. 46(3)(a).</summary>
    AdHocClauses,

    /// <summary>Code of conduct, Art. 46(2)(e).</summary>
    CodeOfConduct,

    /// <summary>Certification, Art. 46(2)(f).</summary>
    Certification,

    /// <summary>Explicit consent, Art. 49(1)(a).</summary>
    DerogationConsent,

    /// <summary>Contract with the data subject, Art. 49(1)(b).</summary>
    DerogationContract,

    /// <summary>Contract in the data subject's interest, Art. 49(1)(c).</summary>
    DerogationContractInInterest,

    /// <summary>Public interest, Art. 49(1)(d).</summary>
    DerogationPublicInterest,

    /// <summary>Legal claims, Art. 49(1)(e).</summary>
    DerogationLegalClaims,

    /// <summary>Vital interests, Art. 49(1)(f).</summary>
    DerogationVitalInterests,

    /// <summary>Public register, Art. 49(1)(g).</summary>
    DerogationPublicRegister,

    /// <summary>Compelling legitimate interests, Art. 49(1) second subparagraph.</summary>
    DerogationCompellingInterests,
}
