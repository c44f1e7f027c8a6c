using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>
/// Everything the rules read about one shop on one day: effective records, group and shop resolved, nothing retired.
/// A value: the same snapshot gives the same verdicts, today and in ten years.
/// </summary>
public sealed partial record ShopSnapshot
{
    /// <summary>The number of this form of snapshot; it rises when a frozen one would read differently.</summary>
    public const int SchemaNumber = 1;

    /// <summary>The day that is looked at, in the shop's time zone.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant that is looked at: now for today, the end of the day otherwise.</summary>
    public DateTimeOffset AsOfInstant { get; init; }

    /// <summary>The shop with its profile.</summary>
    public required Shop Shop { get; init; }

    /// <summary>The controller.</summary>
    public required LegalEntity LegalEntity { get; init; }

    /// <summary>Whether staff and payroll are recorded for the legal entity, by a record that need not apply to the shop.</summary>
    public bool LegalEntityRecordsStaff { get; init; }

    /// <summary>Processing activities, also drafts.</summary>
    public IReadOnlyList<ProcessingActivity> Activities { get; init; } = [];

    /// <summary>The data inventory.</summary>
    public IReadOnlyList<DataElement> Elements { get; init; } = [];

    /// <summary>Systems.</summary>
    public IReadOnlyList<DataSystem> Systems { get; init; } = [];

    /// <summary>Third parties.</summary>
    public IReadOnlyList<Vendor> Vendors { get; init; } = [];

    /// <summary>Agreements.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Disclosures, also ended ones.</summary>
    public IReadOnlyList<Disclosure> Disclosures { get; init; } = [];

    /// <summary>Transfers to third countries.</summary>
    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    /// <summary>Retention rules.</summary>
    public IReadOnlyList<RetentionRule> RetentionRules { get; init; } = [];

    /// <summary>Notices and policies.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Responsible people.</summary>
    public IReadOnlyList<ResponsiblePerson> People { get; init; } = [];

    /// <summary>Consent forms.</summary>
    public IReadOnlyList<ConsentForm> ConsentForms { get; init; } = [];

    /// <summary>Assessments.</summary>
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];

    /// <summary>Security measures.</summary>
    public IReadOnlyList<SecurityMeasure> Measures { get; init; } = [];

    /// <summary>Attestations, all of them; the latest of a requirement counts.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = [];

    /// <summary>Evidence files, without their bytes.</summary>
    public IReadOnlyList<EvidenceFile> Evidence { get; init; } = [];

    /// <summary>Every record that was read, the shop and its company first.</summary>
    public IEnumerable<RegisterRecord> Records =>
    [
        Shop, LegalEntity, .. Activities, .. Elements, .. Systems, .. Vendors, .. Agreements, .. Disclosures, .. Transfers, .. RetentionRules,
        .. Notices, .. People, .. ConsentForms, .. Assessments, .. Measures, .. Attestations, .. Evidence,
    ];
}
