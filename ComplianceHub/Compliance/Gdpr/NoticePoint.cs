using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>One point that people must be told about one activity.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Point">The point.</param>
public sealed record NoticePoint(ProcessingActivity Activity, Clause Point);
