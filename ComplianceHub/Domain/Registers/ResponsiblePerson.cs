using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>Somebody with a duty under data-protection law.</summary>
public sealed class ResponsiblePerson : OwnedRecord
{
    /// <summary>The duty.</summary>
    [Editable(true)]
    public ResponsibleRole Role { get; set; }

    /// <summary>The person or the organisation.</summary>
    [Editable(true), Required(ErrorMessage = "Enter the name of the person or organisation."), StringLength(200, ErrorMessage = "Use at most 200 characters."), PersonalData]
    public string Name { get; set; } = "";

    /// <summary>How to reach them.</summary>
    [Editable(true), StringLength(200, ErrorMessage = "Use at most 200 characters."), PersonalData]
    public string? Contact { get; set; }

    /// <summary>Their country; for a representative the Member State of Art. 27(3) GDPR.</summary>
    [Editable(true), CountryCode]
    public string? Country { get; set; }

    /// <summary>The first day; null is not recorded.</summary>
    [Editable(true)]
    public DateOnly? AppointedOn { get; set; }

    /// <summary>The last day; null while it goes on.</summary>
    [Editable(true)]
    public DateOnly? EndsOn { get; set; }

    /// <summary>The written mandate or appointment.</summary>
    [Editable(true), References(typeof(EvidenceFile))]
    public Guid? MandateEvidenceId { get; set; }

    /// <summary>Whether the contact is published in the notice (Art. 37(7) GDPR).</summary>
    [Editable(true)]
    public bool IsPublishedInNotice { get; set; }

    /// <summary>When the supervisory authority was told (Art. 37(7) GDPR); null when it was not.</summary>
    [Editable(true)]
    public DateOnly? NotifiedToAuthorityOn { get; set; }

    /// <summary>When a conflict of interest was last looked for (Art. 38(6) GDPR); null when never.</summary>
    [Editable(true)]
    public DateOnly? ConflictCheckedOn { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.People;

    /// <summary>Whether the duty is held on a day: appointed, not ended, not retired.</summary>
    public bool HoldsOn(DateOnly day) =>
        (AppointedOn is null || AppointedOn <= day) && (EndsOn is null || EndsOn >= day) && RetiredOn is null;
}

/// <summary>Duties that people hold.</summary>
public enum ResponsibleRole
{
    /// <summary>Data protection officer, Art. 37 GDPR.</summary>
    DataProtectionOfficer,

    /// <summary>Representative in the Union, Art. 27 GDPR.</summary>
    EuRepresentative,

    /// <summary>Representative in the United Kingdom.</summary>
    UnitedKingdomRepresentative,

    /// <summary>Answers for privacy in the shop.</summary>
    PrivacyOwner,

    /// <summary>Answers for security in the shop.</summary>
    SecurityOwner,

    /// <summary>Answers requests of data subjects and consumers.</summary>
    RequestHandler,
}
