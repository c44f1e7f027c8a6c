using ComplianceHub.Domain;

namespace ComplianceHub.Compliance;

/// <summary>What a finding means for the shop.</summary>
public enum FindingSeverity
{
    /// <summary>A legal duty is not met: "breaks the law".</summary>
    Hard,

    /// <summary>Stale, unverified or below our policy: "weakens evidence".</summary>
    Soft,
}

/// <summary>What the button beside a finding does.</summary>
public enum FixAction
{
    /// <summary>Opens the record's editor.</summary>
    OpenRecord,

    /// <summary>Adds an agreement with the third party.</summary>
    AddAgreement,

    /// <summary>Adds a retention rule for the activity.</summary>
    AddRetentionRule,

    /// <summary>Adds a transfer for the disclosure.</summary>
    AddTransfer,

    /// <summary>Adds a notice.</summary>
    AddNotice,

    /// <summary>Adds a responsible person.</summary>
    AddPerson,

    /// <summary>Adds an assessment for the activity or transfer.</summary>
    AddAssessment,

    /// <summary>Adds a consent form for the activity.</summary>
    AddConsentForm,

    /// <summary>Opens the shop's profile.</summary>
    EditProfile,

    /// <summary>Answers the requirement's question.</summary>
    Attest,
}

/// <summary>One record that stands against a requirement, and what to do.</summary>
public sealed record Finding
{
    /// <summary>The record; its link opens exactly this record's editor.</summary>
    public required RecordRef Record { get; init; }

    /// <summary>What was looked at, for example the processor whose agreement lacks a clause; the record itself unless that is another.</summary>
    public RecordRef Subject { get => field ?? Record; init; }

    /// <summary>Breaks the law, or weakens the evidence.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Names the sentence within its requirement, so that it can be translated.</summary>
    public required string Key { get; init; }

    /// <summary>What is wrong, in an English sentence without the record's name.</summary>
    public required string Text { get; init; }

    /// <summary>The values in the sentence, in their order.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>What to do.</summary>
    public required string Fix { get; init; }

    /// <summary>What the button beside the finding does.</summary>
    public FixAction Action { get; init; }

    /// <summary>Findings of several requirements that one and the same repair clears have the same value.</summary>
    public required string Repair { get; init; }
}
