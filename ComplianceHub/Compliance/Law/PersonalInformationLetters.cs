using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Law;

/// <summary>The letters by which § 1798.140(v)(1) CCPA lists the categories of personal information.</summary>
public static class PersonalInformationLetters
{
    /// <summary>The letter, A to L.</summary>
    public static char Letter(this PersonalInformationCategory category) => (char)('A' + (int)category);
}
