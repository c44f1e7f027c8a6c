using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>One purpose of an activity (Art. 5(1)(b) GDPR).</summary>
public sealed record Purpose
{
    /// <summary>Names the purpose within its activity; its bases point at it.</summary>
    [Required(ErrorMessage = "Enter a short code for the purpose."), StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string Code { get; set; } = "";

    /// <summary>What kind of purpose it is; null is not recorded.</summary>
    public PurposeKind? Kind { get; set; }

    /// <summary>The purpose in a sentence.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string Text { get; set; } = "";

    /// <summary>Whether it rests on the soft opt-in of Art. 13(2) Directive 2002/58/EC, which needs no basis of Art. 6(1) GDPR beside it (C-654/23).</summary>
    public bool RestsOnSoftOptIn { get; set; }
}

/// <summary>Kinds of purpose, as far as a rule tells them apart.</summary>
public enum PurposeKind
{
    /// <summary>Orders and delivery.</summary>
    OrderFulfilment,

    /// <summary>Payment.</summary>
    Payment,

    /// <summary>Prevention of fraud.</summary>
    FraudPrevention,

    /// <summary>Customer accounts.</summary>
    CustomerAccounts,

    /// <summary>Direct marketing.</summary>
    Marketing,

    /// <summary>Marketing to buyers of similar products, Art. 13(2) ePrivacy Directive.</summary>
    SoftOptIn,

    /// <summary>Retargeting.</summary>
    Retargeting,

    /// <summary>Advertising made to measure.</summary>
    PersonalisedAdvertising,

    /// <summary>Recommendations on the shop's own pages.</summary>
    Recommendations,

    /// <summary>Analytics.</summary>
    Analytics,

    /// <summary>Customer service.</summary>
    CustomerService,

    /// <summary>Product reviews.</summary>
    Reviews,

    /// <summary>Loyalty programme.</summary>
    Loyalty,

    /// <summary>Returns, warranty and complaints.</summary>
    Returns,

    /// <summary>Accounting and tax.</summary>
    Accounting,

    /// <summary>Recruitment.</summary>
    Recruitment,

    /// <summary>Staff and payroll.</summary>
    StaffAdministration,

    /// <summary>Security of systems.</summary>
    Security,

    /// <summary>Proof of consent and of answered requests.</summary>
    ProofOfCompliance,

    /// <summary>Another purpose; its text says which.</summary>
    Other,
}

/// <summary>The lawful basis of one purpose (Art. 6(1) GDPR).</summary>
public sealed record PurposeBasis
{
    /// <summary>The purpose's code within the activity.</summary>
    [StringLength(60)]
    public string PurposeCode { get; set; } = "";

    /// <summary>The basis.</summary>
    public LawfulBasis Basis { get; set; }

    /// <summary>The law that obliges or empowers, for bases (c) and (e) (Art. 6(3) GDPR).</summary>
    [StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string? LegalReference { get; set; }

    /// <summary>Whose law it is: a country's code, or EU; null is not recorded.</summary>
    [StringLength(2)]
    public string? LegalReferenceJurisdiction { get; set; }

    /// <summary>Whether the obligation binds this controller itself, and not, say, its payment provider.</summary>
    public Answer BindsController { get; set; }

    /// <summary>Why the contract needs the processing, for basis (b).</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? ContractNote { get; set; }
}

/// <summary>The lawful bases of Art. 6(1) GDPR, (a) to (f).</summary>
public enum LawfulBasis
{
    /// <summary>(a) The data subject has consented.</summary>
    Consent,

    /// <summary>(b) A contract with the data subject, or steps before it, need it.</summary>
    Contract,

    /// <summary>(c) A legal obligation of the controller needs it.</summary>
    LegalObligation,

    /// <summary>(d) Vital interests need it.</summary>
    VitalInterests,

    /// <summary>(e) A task in the public interest needs it.</summary>
    PublicTask,

    /// <summary>(f) Legitimate interests, not overridden, need it.</summary>
    LegitimateInterests,
}
