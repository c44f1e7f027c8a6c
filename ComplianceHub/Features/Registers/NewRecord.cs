using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Registers;

/// <summary>What a new record begins with, when a finding of a requirement asks for it.</summary>
internal static class NewRecord
{
    public static AgreementKind AgreementFor(string? requirement) => requirement switch
    {
        "GDPR-26" => AgreementKind.JointControllerArrangement,
        "GDPR-44" or "GDPR-46-SCC" or "GDPR-45-DPF" => AgreementKind.StandardContractualClauses,
        "CCPA-7051" or "CCPA-120" => AgreementKind.ServiceProviderContract,
        "CCPA-7053" => AgreementKind.ThirdPartyContract,
        _ => AgreementKind.DataProcessingAgreement,
    };

    public static NoticeKind NoticeFor(string? requirement) => requirement switch
    {
        "GDPR-14" => NoticeKind.IndirectPrivacyNotice,
        "CCPA-100-a" or "CCPA-100-c" => NoticeKind.NoticeAtCollection,
        "CCPA-130-a5" or "CA-OPPA" => NoticeKind.CaliforniaPolicy,
        "CCPA-120" => NoticeKind.OptOutNotice,
        _ => NoticeKind.PrivacyNotice,
    };

    public static AssessmentKind AssessmentFor(string? requirement) =>
        requirement == "GDPR-46-TIA" ? AssessmentKind.TransferImpact : AssessmentKind.LegitimateInterests;

    public static ResponsibleRole RoleFor(string? requirement) =>
        requirement == "GDPR-27" ? ResponsibleRole.EuRepresentative : ResponsibleRole.DataProtectionOfficer;
}
