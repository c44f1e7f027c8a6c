namespace ComplianceHub.Domain.AuditLog;

/// <summary>A part of a chain that was read: parts are read side by side and joined in their order
/// (<see cref="HashChain.Join"/>).</summary>
/// <param name="First">The part's first entry, which is judged when the part before it is known; null for a part without entries.</param>
/// <param name="Last">The last entry that holds; of a part without entries the head of an empty chain.</param>
/// <param name="WithoutDetails">How many of the entries to the last have lost their details.</param>
/// <param name="WhyNotNext">Why what comes after the last entry does not follow it; null where the part was read to its end.</param>
public sealed record ChainPart(
    (AuditLogEntry Entry, AuditLogPayload? Payload)? First, ChainHead Last, long WithoutDetails, (string Sentence, LogFault Fault)? WhyNotNext);
