using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A notice or policy that the shop publishes, with what it says.</summary>
public sealed class Notice : OwnedRecord
{
    /// <summary>What the notice is.</summary>
    [Editable(true)]
    public NoticeKind Kind { get; set; }

    /// <summary>The notice's title, for example "Privacy notice".</summary>
    [Editable(true), Required(ErrorMessage = "Enter the title of the notice."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>Where it is published.</summary>
    [Editable(true), Url(ErrorMessage = "Enter a whole address that begins with https://."), StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Url { get; set; }

    /// <summary>Which version it is, for example "v7".</summary>
    [Editable(true), StringLength(40, ErrorMessage = "Use at most 40 characters.")]
    public string? EditionLabel { get; set; }

    /// <summary>When this version was published; null when it is not.</summary>
    [Editable(true)]
    public DateOnly? PublishedOn { get; set; }

    /// <summary>When it was last reviewed and updated; null when never.</summary>
    [Editable(true)]
    public DateOnly? ReviewedOn { get; set; }

    /// <summary>Its languages, as ISO 639-1 codes.</summary>
    [Editable(true)]
    public List<string> Languages { get; set; } = [];

    /// <summary>What the review found for each point it must say (codes of catalogue 2.3 and 9.6).</summary>
    [Editable(true)]
    public List<ClauseReview> Flags { get; set; } = [];

    /// <summary>The activities that it describes.</summary>
    [Editable(true), References(typeof(ProcessingActivity))]
    public List<Guid> ActivityIds { get; set; } = [];

    /// <summary>The kinds of purpose that it names; for notices at collection.</summary>
    [Editable(true)]
    public List<PurposeKind> PurposeKinds { get; set; } = [];

    /// <summary>What a notice at collection says of each category (11 CCR § 7012(e)).</summary>
    [Editable(true)]
    public List<NoticeCategory> Categories { get; set; } = [];

    /// <summary>The categories that a California policy lists for the preceding 12 months (§ 1798.130(a)(5)(B), (C)).</summary>
    [Editable(true)]
    public PolicyLists PolicyLists { get; set; } = new();

    /// <summary>Whether it says that the shop neither sells nor shares (11 CCR §§ 7011, 7013(g)).</summary>
    [Editable(true)]
    public bool StatesNoSaleOrSharing { get; set; }

    /// <summary>The address of the opt-out link (§ 1798.135(a) CCPA).</summary>
    [Editable(true), Url(ErrorMessage = "Enter a whole address that begins with https://."), StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? OptOutLink { get; set; }

    /// <summary>
    /// The first day on which a notice of the right to opt out was posted, in whichever version; null is not recorded. What
    /// was collected before may not be sold or shared without consent (11 CCR § 7013(h)).
    /// </summary>
    [Editable(true)]
    public DateOnly? FirstPostedOn { get; set; }

    /// <summary>The ways to opt out (11 CCR § 7026(a)).</summary>
    [Editable(true)]
    public List<OptOutMethod> OptOutMethods { get; set; } = [];

    /// <summary>The published text as a file.</summary>
    [Editable(true), References(typeof(EvidenceFile))]
    public Guid? EvidenceId { get; set; }

    /// <inheritdoc />
    public override string DisplayName => string.IsNullOrEmpty(EditionLabel) ? Title : $"{Title} {EditionLabel}";

    /// <inheritdoc />
    public override Register Register => Register.Notices;

    /// <summary>Whether the notice says the point with this code.</summary>
    public bool Says(string code) => Flags.Exists(flag => flag.Code == code && flag.Finding == ClauseFinding.Present);
}

/// <summary>What a notice is.</summary>
public enum NoticeKind
{
    /// <summary>Privacy notice, Art. 13 GDPR.</summary>
    PrivacyNotice,

    /// <summary>Notice for data from elsewhere, Art. 14 GDPR.</summary>
    IndirectPrivacyNotice,

    /// <summary>California privacy policy, § 1798.130(a)(5) CCPA.</summary>
    CaliforniaPolicy,

    /// <summary>Notice at collection, § 1798.100(a) CCPA.</summary>
    NoticeAtCollection,

    /// <summary>Notice of the right to opt out, 11 CCR § 7013.</summary>
    OptOutNotice,

    /// <summary>Notice of the right to limit, 11 CCR § 7014.</summary>
    LimitNotice,

    /// <summary>Notice of financial incentive, 11 CCR § 7016.</summary>
    FinancialIncentiveNotice,

    /// <summary>Pre-use notice of automated decisions, 11 CCR § 7220.</summary>
    PreUseNotice,

    /// <summary>Cookie notice.</summary>
    CookieNotice,

    /// <summary>Notice for applicants.</summary>
    ApplicantNotice,
}

/// <summary>What a notice at collection says of one category of personal information.</summary>
public sealed record NoticeCategory
{
    /// <summary>The category.</summary>
    public PersonalInformationCategory Category { get; set; }

    /// <summary>The purposes it names.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Purposes { get; set; }

    /// <summary>Whether it says that the category is sold or shared.</summary>
    public Answer SoldOrShared { get; set; }

    /// <summary>The period, or the criteria, that it names.</summary>
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Retention { get; set; }
}

/// <summary>The lists of categories in a California policy, for the preceding 12 months.</summary>
public sealed record PolicyLists
{
    /// <summary>Collected.</summary>
    public List<PersonalInformationCategory> Collected { get; set; } = [];

    /// <summary>Sold or shared.</summary>
    public List<PersonalInformationCategory> SoldOrShared { get; set; } = [];

    /// <summary>Disclosed for a business purpose.</summary>
    public List<PersonalInformationCategory> Disclosed { get; set; } = [];
}

/// <summary>A way to opt out of sale and sharing (11 CCR § 7026(a)).</summary>
public enum OptOutMethod
{
    /// <summary>An opt-out preference signal such as Global Privacy Control.</summary>
    PreferenceSignal,

    /// <summary>An interactive form behind the link.</summary>
    InteractiveForm,

    /// <summary>A toll-free number.</summary>
    TollFreeNumber,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A form on paper or in person.</summary>
    InPerson,

    /// <summary>A cookie banner; it does not count by itself (§ 7026(a)(4)).</summary>
    CookieBanner,
}
