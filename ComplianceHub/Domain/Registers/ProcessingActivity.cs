using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>One row of the record of processing activities (Art. 30 GDPR).</summary>
public sealed class ProcessingActivity : OwnedRecord, IReviewed
{
    /// <summary>The activity's name, for example "Order fulfilment and delivery".</summary>
    [Editable(true), Required(ErrorMessage = "Enter the name of the activity."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Name { get; set; } = "";

    /// <summary>What happens in it.</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Description { get; set; }

    /// <summary>Our role; null is not recorded.</summary>
    [Editable(true)]
    public ControllerRole? OurRole { get; set; }

    /// <summary>The controller for whom we process, with contact, when we are processor (Art. 30(2)(a) GDPR).</summary>
    [Editable(true), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? OnBehalfOf { get; set; }

    /// <summary>Draft, active or retired; only active ones count.</summary>
    [Editable(true)]
    public ActivityStatus Status { get; set; }

    /// <summary>When the draft was begun; null is not recorded.</summary>
    [Editable(true)]
    public DateOnly? DraftedOn { get; set; }

    /// <summary>The purposes.</summary>
    [Editable(true)]
    public List<Purpose> Purposes { get; set; } = [];

    /// <summary>The lawful bases, each for one purpose (Art. 6(1) GDPR).</summary>
    [Editable(true)]
    public List<PurposeBasis> Bases { get; set; } = [];

    /// <summary>The categories of data subjects (Art. 30(1)(c) GDPR).</summary>
    [Editable(true)]
    public List<DataSubjectCategory> Subjects { get; set; } = [];

    /// <summary>Where the data subjects are.</summary>
    [Editable(true)]
    public List<Jurisdiction> SubjectJurisdictions { get; set; } = [];

    /// <summary>The personal data that are used.</summary>
    [Editable(true), References(typeof(DataElement))]
    public List<Guid> ElementIds { get; set; } = [];

    /// <summary>Where the data come from; empty is not recorded.</summary>
    [Editable(true)]
    public List<DataSource> Sources { get; set; } = [];

    /// <summary>The systems that are used.</summary>
    [Editable(true), References(typeof(DataSystem))]
    public List<Guid> SystemIds { get; set; } = [];

    /// <summary>The shop states that nobody receives the data (Art. 30(1)(d) GDPR).</summary>
    [Editable(true)]
    public bool StatesNoRecipients { get; set; }

    /// <summary>Why no time limit can be named (Art. 30(1)(f) GDPR, "where possible").</summary>
    [Editable(true), StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? NoRetentionNote { get; set; }

    /// <summary>A retention period as a source stated it, without a unit; it asks for its unit and is no rule.</summary>
    [Editable(true), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? RetentionAsStated { get; set; }

    /// <summary>A general description of the security measures (Art. 30(1)(g) GDPR).</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? MeasuresText { get; set; }

    /// <summary>The first day of the processing; null is not recorded.</summary>
    [Editable(true)]
    public DateOnly? InitiatedOn { get; set; }

    /// <summary>When purposes, bases, recipients, transfers or retention last changed; a notice published before may be outdated.</summary>
    [Editable(true)]
    public DateOnly? LastMaterialChangeOn { get; set; }

    /// <summary>Whether it happens only now and then (Arts 27(2)(a), 30(5) GDPR).</summary>
    [Editable(true)]
    public Answer Occasional { get; set; }

    /// <summary>Whether it is on a large scale (Arts 9, 35, 37 GDPR).</summary>
    [Editable(true)]
    public Answer LargeScale { get; set; }

    /// <summary>Whether it is regular and systematic monitoring (Art. 37(1)(b) GDPR).</summary>
    [Editable(true)]
    public Answer SystematicMonitoring { get; set; }

    /// <summary>Whether it is a core activity (Art. 37(1) GDPR).</summary>
    [Editable(true)]
    public Answer CoreActivity { get; set; }

    /// <summary>Whether any risk to people is likely, not only a high one (Arts 27(2)(a), 30(5) GDPR).</summary>
    [Editable(true)]
    public Answer RiskToPeople { get; set; }

    /// <summary>Whether profiles of people are made (Art. 4(4) GDPR).</summary>
    [Editable(true)]
    public Answer Profiling { get; set; }

    /// <summary>Whether a machine alone takes decisions with legal or similarly significant effect (Arts 13(2)(f), 22(1) GDPR).</summary>
    [Editable(true)]
    public Answer AutomatedDecisions { get; set; }

    /// <summary>Whether data of children are processed.</summary>
    [Editable(true)]
    public Answer ChildrenData { get; set; }

    /// <summary>When somebody screened whether a data-protection impact assessment is needed (Art. 35(1) GDPR); null when nobody did.</summary>
    [Editable(true)]
    public DateOnly? ScreenedOn { get; set; }

    /// <summary>Why a consumer expects this processing (11 CCR § 7002(b)); empty when nobody wrote it down.</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? ExpectationNote { get; set; }

    /// <summary>Whether the exception of Art. 14(5) GDPR or the time of Art. 14(3) is recorded.</summary>
    [Editable(true), StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? IndirectNoticeNote { get; set; }

    /// <inheritdoc />
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? Owner { get; set; }

    /// <inheritdoc />
    [Editable(true)]
    public DateOnly? ReviewedOn { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.Activities;

    /// <summary>The bases of one purpose.</summary>
    public IEnumerable<PurposeBasis> BasesOf(Purpose purpose) => Bases.Where(basis => basis.PurposeCode == purpose.Code);
}

/// <summary>Our role in an activity (Art. 4(7), (8), Art. 26 GDPR).</summary>
public enum ControllerRole
{
    /// <summary>We decide why and how.</summary>
    Controller,

    /// <summary>We decide together with others.</summary>
    JointController,

    /// <summary>We process for somebody else.</summary>
    Processor,
}

/// <summary>Whether an activity counts.</summary>
public enum ActivityStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Going on.</summary>
    Active,

    /// <summary>Ended.</summary>
    Retired,
}

/// <summary>Where personal data come from.</summary>
public enum DataSource
{
    /// <summary>The person gives them.</summary>
    Subject,

    /// <summary>Somebody else gives them (Art. 14 GDPR).</summary>
    ThirdParty,

    /// <summary>They are seen: clicks, logs, cookies.</summary>
    Observed,

    /// <summary>They are derived from other data.</summary>
    Inferred,
}

/// <summary>Where data subjects are, as far as the law distinguishes.</summary>
public enum Jurisdiction
{
    /// <summary>The European Economic Area.</summary>
    Eea,

    /// <summary>The United Kingdom.</summary>
    UnitedKingdom,

    /// <summary>California.</summary>
    California,

    /// <summary>Another state of the United States.</summary>
    OtherUnitedStates,

    /// <summary>Anywhere else.</summary>
    Elsewhere,
}

/// <summary>The categories of data subjects of a shop (Art. 30(1)(c) GDPR).</summary>
public enum DataSubjectCategory
{
    /// <summary>People who buy.</summary>
    Customers,

    /// <summary>People who visit the website or app.</summary>
    Visitors,

    /// <summary>People who receive the newsletter.</summary>
    Subscribers,

    /// <summary>People who may become customers.</summary>
    Prospects,

    /// <summary>People who work for the shop.</summary>
    Employees,

    /// <summary>People who apply for work.</summary>
    Applicants,

    /// <summary>People at suppliers and business customers.</summary>
    BusinessContacts,

    /// <summary>People who write reviews.</summary>
    Reviewers,

    /// <summary>People to whom somebody else has sent something.</summary>
    GiftRecipients,

    /// <summary>Children.</summary>
    Children,

    /// <summary>Others; the description says who.</summary>
    Others,
}
