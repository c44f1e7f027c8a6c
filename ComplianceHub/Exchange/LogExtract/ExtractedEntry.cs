using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Exchange.LogExtract;

/// <summary>An entry of the audit log as a file holds it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Payload">Its details; null where they were erased.</param>
/// <param name="Who">What whoever acted is called today.</param>
/// <param name="Record">What the record is called today; null where it is gone.</param>
public sealed record ExtractedEntry(AuditLogEntry Entry, AuditLogPayload? Payload, string Who, string? Record);

/// <summary>What a file says about the chain that its entries are of.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Head">Where the chain stood when the file was made.</param>
/// <param name="Filter">Which entries were asked for, in words; null for all of them.</param>
public sealed record ExtractedChain(ChainId Chain, ChainHead Head, string? Filter);
