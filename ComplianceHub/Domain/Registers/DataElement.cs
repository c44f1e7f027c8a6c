using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A kind of personal datum: one row of the data inventory.</summary>
public sealed class DataElement : OwnedRecord
{
    /// <summary>What it is, for example "Delivery address".</summary>
    [Editable(true), Required(ErrorMessage = "Enter what the datum is, for example “Delivery address”."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Name { get; set; } = "";

    /// <summary>More about it.</summary>
    [Editable(true), StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Description { get; set; }

    /// <summary>Its categories under § 1798.140(v)(1) CCPA; one datum may fall in several.</summary>
    [Editable(true)]
    public List<PersonalInformationCategory> Categories { get; set; } = [];

    /// <summary>Its kind of sensitive personal information under § 1798.140(ae) CCPA; null when it is none.</summary>
    [Editable(true)]
    public SensitivePersonalInformation? SensitiveInformation { get; set; }

    /// <summary>Its special category under Art. 9(1) GDPR; null when it is none.</summary>
    [Editable(true)]
    public SpecialCategory? SpecialCategory { get; set; }

    /// <summary>The condition of Art. 9(2) GDPR that allows it; null is not recorded.</summary>
    [Editable(true)]
    public Article9Condition? Article9Condition { get; set; }

    /// <summary>The law on which the condition rests, for (b), (g), (h), (i), (j).</summary>
    [Editable(true), StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string? Article9Reference { get; set; }

    /// <summary>Whether it is about criminal convictions or offences (Art. 10 GDPR).</summary>
    [Editable(true)]
    public bool IsCriminal { get; set; }

    /// <summary>How it is collected.</summary>
    [Editable(true)]
    public List<CollectionMethod> CollectedBy { get; set; } = [];

    /// <summary>The systems that store it.</summary>
    [Editable(true), References(typeof(DataSystem))]
    public List<Guid> SystemIds { get; set; } = [];

    /// <summary>Whether the person must give it.</summary>
    [Editable(true)]
    public Answer IsMandatory { get; set; }

    /// <summary>Why the purpose needs it (Art. 5(1)(c) GDPR).</summary>
    [Editable(true), StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? NecessityNote { get; set; }

    /// <summary>Whether it must never be stored after authorisation: card verification code, PIN, track data (PCI DSS 3.3.1).</summary>
    [Editable(true)]
    public bool IsForbiddenAfterAuthorisation { get; set; }

    /// <summary>Whether it is about people who work or apply here.</summary>
    [Editable(true)]
    public bool IsHumanResources { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.PersonalData;
}

/// <summary>How personal data reach the shop.</summary>
public enum CollectionMethod
{
    /// <summary>With an order.</summary>
    Order,

    /// <summary>With an account.</summary>
    Account,

    /// <summary>With a form.</summary>
    Form,

    /// <summary>By a cookie or local storage.</summary>
    Cookie,

    /// <summary>By a pixel.</summary>
    Pixel,

    /// <summary>By analytics of a third party.</summary>
    ThirdPartyAnalytics,
}

/// <summary>The categories of personal information of § 1798.140(v)(1) CCPA, (A) to (L).</summary>
public enum PersonalInformationCategory
{
    /// <summary>(A) Identifiers.</summary>
    Identifiers,

    /// <summary>(B) Customer-records information, § 1798.80(e).</summary>
    CustomerRecords,

    /// <summary>(C) Characteristics of protected classifications.</summary>
    ProtectedCharacteristics,

    /// <summary>(D) Commercial information.</summary>
    CommercialInformation,

    /// <summary>(E) Biometric information.</summary>
    BiometricInformation,

    /// <summary>(F) Internet or other network activity.</summary>
    InternetActivity,

    /// <summary>(G) Geolocation data.</summary>
    Geolocation,

    /// <summary>(H) Audio, electronic, visual, thermal or olfactory information.</summary>
    SensoryInformation,

    /// <summary>(I) Professional or employment-related information.</summary>
    EmploymentInformation,

    /// <summary>(J) Education information.</summary>
    EducationInformation,

    /// <summary>(K) Inferences drawn to create a profile.</summary>
    Inferences,

    /// <summary>(L) Sensitive personal information.</summary>
    SensitivePersonalInformation,
}

/// <summary>The kinds of sensitive personal information of § 1798.140(ae) CCPA.</summary>
public enum SensitivePersonalInformation
{
    /// <summary>s1: social security, driver's licence, state identification or passport number.</summary>
    GovernmentIdentifier,

    /// <summary>s2: account log-in or card number with the code or password that opens it.</summary>
    AccountAccess,

    /// <summary>s3: precise geolocation.</summary>
    PreciseGeolocation,

    /// <summary>s4: racial or ethnic origin, citizenship, beliefs, union membership.</summary>
    OriginBeliefsUnion,

    /// <summary>s5: contents of messages not meant for the business.</summary>
    MessageContents,

    /// <summary>s6: genetic data.</summary>
    GeneticData,

    /// <summary>s7: neural data.</summary>
    NeuralData,

    /// <summary>s8: biometric information that identifies.</summary>
    BiometricIdentification,

    /// <summary>s9: health.</summary>
    Health,

    /// <summary>s10: sex life or sexual orientation.</summary>
    SexLife,

    /// <summary>s11: consumers known to be under 16.</summary>
    ConsumerUnder16,
}

/// <summary>The special categories of Art. 9(1) GDPR.</summary>
public enum SpecialCategory
{
    /// <summary>Racial or ethnic origin.</summary>
    RacialOrEthnicOrigin,

    /// <summary>Political opinions.</summary>
    PoliticalOpinions,

    /// <summary>Religious or philosophical beliefs.</summary>
    ReligiousOrPhilosophicalBeliefs,

    /// <summary>Trade union membership.</summary>
    TradeUnionMembership,

    /// <summary>Genetic data.</summary>
    Genetic,

    /// <summary>Biometric data that identify a person.</summary>
    Biometric,

    /// <summary>Health.</summary>
    Health,

    /// <summary>Sex life or sexual orientation.</summary>
    SexLife,
}

/// <summary>The conditions of Art. 9(2) GDPR, (a) to (j).</summary>
public enum Article9Condition
{
    /// <summary>(a) Explicit consent.</summary>
    ExplicitConsent,

    /// <summary>(b) Employment and social-protection law.</summary>
    EmploymentLaw,

    /// <summary>(c) Vital interests.</summary>
    VitalInterests,

    /// <summary>(d) Members of a not-for-profit body.</summary>
    NotForProfitBody,

    /// <summary>(e) Manifestly made public by the person.</summary>
    ManifestlyPublic,

    /// <summary>(f) Legal claims.</summary>
    LegalClaims,

    /// <summary>(g) Substantial public interest.</summary>
    SubstantialPublicInterest,

    /// <summary>(h) Preventive or occupational medicine.</summary>
    HealthCare,

    /// <summary>(i) Public health.</summary>
    PublicHealth,

    /// <summary>(j) Archiving, research, statistics.</summary>
    ArchivingResearchStatistics,
}
