using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Law;

/// <summary>The points that agreements must say (catalogue 9.2, 9.3).</summary>
public static class ClauseSets
{
    /// <summary>D0a to D0f: the description of the processing in a data processing agreement, Art. 28(3) first sentence GDPR.</summary>
    public static IReadOnlyList<Clause> ProcessingDescription { get; } =
    [
        new("D0a", "s. 1", "Subject-matter of the processing", "Art. 28(3) s. 1"),
        new("D0b", "s. 1", "Duration of the processing", "Art. 28(3) s. 1"),
        new("D0c", "s. 1", "Nature of the processing", "Art. 28(3) s. 1"),
        new("D0d", "s. 1", "Purpose of the processing", "Art. 28(3) s. 1"),
        new("D0e", "s. 1", "Types of personal data", "Art. 28(3) s. 1"),
        new("D0f", "s. 1", "Categories of data subjects", "Art. 28(3) s. 1"),
    ];

    /// <summary>D1 to D10: the duties of the processor, Art. 28(3)(a) to (h), last subparagraph and 28(9) GDPR.</summary>
    public static IReadOnlyList<Clause> ProcessorDuties { get; } =
    [
        new("D1", "(a)", "Documented instructions, also for transfers", "Art. 28(3)(a)"),
        new("D2", "(b)", "Confidentiality of authorised persons", "Art. 28(3)(b)"),
        new("D3", "(c)", "Security measures of Art. 32", "Art. 28(3)(c)"),
        new("D4", "(d)", "Sub-processors only as Art. 28(2), (4) allow", "Art. 28(3)(d)"),
        new("D5", "(e)", "Help with requests of data subjects", "Art. 28(3)(e)"),
        new("D6", "(f)", "Help with Art. 32 to 36, breaches at once", "Art. 28(3)(f)"),
        new("D7", "(g)", "Deletion or return at the end", "Art. 28(3)(g)"),
        new("D8", "(h)", "Information, audits and inspections", "Art. 28(3)(h)"),
        new("D9", "last", "Warning of unlawful instructions at once", "Art. 28(3) last subparagraph"),
        new("D10", "(9)", "In writing, also electronic, and binding", "Art. 28(9)"),
    ];

    /// <summary>J1 to J4: the arrangement of joint controllers, Art. 26 GDPR. J3 is optional (26(1) s. 3).</summary>
    public static IReadOnlyList<Clause> JointControllers { get; } =
    [
        new("J1", "(1)", "Who does what for rights and for Art. 13 and 14", "Art. 26(1)"),
        new("J2", "(2)", "The real roles towards the people concerned", "Art. 26(2)"),
        new("J3", "(1) s. 3", "A contact point", "Art. 26(1) s. 3") { IsOptional = true },
        new("J4", "(2) s. 2", "The essence is made available", "Art. 26(2) s. 2"),
    ];

    /// <summary>S1 to S11: the terms of a service provider, 11 CCR § 7051(a), § 1798.140(ag) CCPA.</summary>
    public static IReadOnlyList<Clause> ServiceProvider { get; } =
    [
        new("S1", "(1)", "No sale and no sharing of the data", "§ 7051(a)(1)"),
        new("S2", "(2)", "Specific business purposes, not generic", "§ 7051(a)(2)"),
        new("S3", "(3)", "No use for other purposes", "§ 7051(a)(3)"),
        new("S4", "(4)", "No use for another commercial purpose", "§ 7051(a)(4)"),
        new("S5", "(5)", "No use outside the direct business relationship, no combining", "§ 7051(a)(5)"),
        new("S6", "(6)", "CCPA duties, same level of protection, reasonable security", "§ 7051(a)(6)"),
        new("S7", "(7)", "The business may verify: scans, audits, tests", "§ 7051(a)(7)"),
        new("S8", "(8)", "Notice when duties can no longer be met", "§ 7051(a)(8)"),
        new("S9", "(9)", "The business may stop and remediate unauthorised use", "§ 7051(a)(9)"),
        new("S10", "(10)", "Consumer requests are made possible", "§ 7051(a)(10)"),
        new("S11", "(b)", "Subcontractors: notice and the same written contract", "§ 7051(b), § 1798.140(ag)(2)"),
        new("S13", "(6)", "Help with cybersecurity audit, risk assessment and automated decisions", "§§ 7050(h), 7051(a)(6)") { IsOptional = true },
    ];

    /// <summary>S1 to S10: the terms without which a recipient is no service provider or contractor, 11 CCR § 7051(a), (c).</summary>
    public static IReadOnlyList<Clause> ServiceProviderTerms { get; } = [.. ServiceProvider.Take(10)];

    /// <summary>S12: a contractor certifies that it understands and will comply, § 1798.140(j)(1)(B) CCPA.</summary>
    public static Clause ContractorCertification { get; } =
        new("S12", "(j)", "Certification that it understands and will comply", "§ 1798.140(j)(1)(B)");

    /// <summary>X1 to X6: the terms of a third party, 11 CCR § 7053(a).</summary>
    public static IReadOnlyList<Clause> ThirdParty { get; } =
    [
        new("X1", "(1)", "Limited and specified purposes, not generic", "§ 7053(a)(1)"),
        new("X2", "(2)", "Made available and used only for those purposes", "§ 7053(a)(2)"),
        new("X3", "(3)", "CCPA duties and the same level of protection, opt-outs passed on", "§ 7053(a)(3)"),
        new("X4", "(4)", "The business may make sure that use complies", "§ 7053(a)(4)"),
        new("X5", "(5)", "The business may stop and remediate on notice", "§ 7053(a)(5)"),
        new("X6", "(6)", "Notice when duties can no longer be met", "§ 7053(a)(6)"),
    ];

    /// <summary>The points that an agreement of a kind must say; none for kinds without a list.</summary>
    public static IReadOnlyList<Clause> Of(AgreementKind kind) => kind switch
    {
        AgreementKind.DataProcessingAgreement => [.. ProcessingDescription, .. ProcessorDuties],
        AgreementKind.JointControllerArrangement => JointControllers,
        AgreementKind.ServiceProviderContract => [.. ServiceProvider, ContractorCertification],
        AgreementKind.ThirdPartyContract => ThirdParty,
        _ => [],
    };
}
