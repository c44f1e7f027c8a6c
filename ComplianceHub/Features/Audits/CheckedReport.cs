using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Signing;

namespace ComplianceHub.Features.Audits;

/// <summary>What checking a file showed.</summary>
/// <param name="File">Whether it is as it was signed.</param>
/// <param name="Standing">What became of the audit since; null where the file is not authentic or not known here.</param>
/// <param name="LogHolds">Whether the log is still the one that the report was made with; null where it says nothing of it.</param>
public sealed record CheckedReport(PdfVerification File, ReportStanding? Standing, bool? LogHolds)
{
    /// <summary>Where an altered file differs from the report that is stored here; null where it cannot be told.</summary>
    public AlteredBytes? Altered { get; init; }

    /// <summary>Whether the file is a report of this installation, unchanged, and the log still bears it out.</summary>
    public bool IsAuthentic => File.Authenticity == Authenticity.Authentic && Standing is not null && LogHolds != false;

    /// <summary>The result as a sentence.</summary>
    public string Sentence => this switch
    {
        { Altered: { } altered } => $"{File.Sentence} {altered.Sentence}",
        { File.Authenticity: not Authenticity.Authentic } => File.Sentence,
        { Standing: null } => $"{File.Sentence} The audit that it reports is not in this database.",
        { LogHolds: false } => $"{File.Sentence} But the audit log of this database is not the one that the report was made with: it was written anew, or an old copy was put back.",
        _ => File.Sentence,
    };
}

/// <summary>What became of a signed audit since.</summary>
public sealed record ReportStanding
{
    /// <summary>The audit.</summary>
    public required Audit Audit { get; init; }

    /// <summary>Its signature.</summary>
    public required SignOff SignOff { get; init; }

    /// <summary>The names of its shops.</summary>
    public required IReadOnlyList<string> Shops { get; init; }

    /// <summary>The signature of the audit that took its place; null while none did.</summary>
    public required SignOff? SupersededBy { get; init; }

    /// <summary>The day of the first change that altered what was signed; null while nothing did.</summary>
    public required DateOnly? StaleSince { get; init; }

    /// <summary>Whether the day that was asked for lies before the signature.</summary>
    public required bool IsNotSignedYet { get; init; }

    /// <summary>Whether what was frozen is missing or altered in this database, so that nothing can be compared with it.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>Whether what was signed still describes the shops.</summary>
    public bool IsCurrent => SupersededBy is null && StaleSince is null && !IsNotSignedYet && !IsDamaged;

    /// <summary>In a word.</summary>
    public string Word => IsNotSignedYet ? "not signed yet" : SupersededBy is not null ? "superseded" : StaleSince is not null ? "stale" : IsDamaged ? "damaged" : "current";

    /// <summary>The standing as a sentence.</summary>
    public string Sentence => this switch
    {
        { IsNotSignedYet: true } => $"On that day it was not signed yet: it was on {SignOff.SignedAt.UtcDateTime:d MMM yyyy}.",
        // Whoever holds the code of a report is told its shops, and a later audit may cover others that are no business of theirs.
        { SupersededBy: { } later } when later.ShopIds.Except(SignOff.ShopIds).Any() => $"Superseded by a later audit that was signed on {later.SignedAt.UtcDateTime:d MMM yyyy}.",
        { SupersededBy: { } later } => $"Superseded by the audit that was signed on {later.SignedAt.UtcDateTime:d MMM yyyy}, code {later.ReportCode}.",
        { StaleSince: { } since } => $"Stale: the registers were changed on {since:d MMM yyyy} in what was signed. What was signed stays as it was; it no longer describes the shop.",
        { IsDamaged: true } => "What was frozen is missing or altered in this database, so whether it is still so cannot be told. Verify the log with its files.",
        _ => "Current: the registers still say what was signed.",
    };
}
