using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>One kind of personal datum that an activity uses.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Element">The datum.</param>
public sealed record DataUse(ProcessingActivity Activity, DataElement Element);
