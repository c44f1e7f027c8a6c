using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Law;

/// <summary>The lawful bases as Art. 6(1) GDPR letters them.</summary>
public static class LawfulBases
{
    /// <summary>The basis with its letter, for use within a sentence: "contract (b)".</summary>
    public static string NameOf(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "consent (a)",
        LawfulBasis.Contract => "contract (b)",
        LawfulBasis.LegalObligation => "legal obligation (c)",
        LawfulBasis.VitalInterests => "vital interests (d)",
        LawfulBasis.PublicTask => "public task (e)",
        _ => "legitimate interests (f)",
    };
}
