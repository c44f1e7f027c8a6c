using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Law;

/// <summary>What the law says of each way to transfer data to a third country (Arts 45 to 49 GDPR; catalogue 9.4).</summary>
public static class TransferMechanisms
{
    /// <summary>
    /// Trump v. Slaughter, 29 June 2026: the US authority behind the Data Privacy Framework lost its independence. The
    /// framework stays in force; assessments of US law made before rest on other facts.
    /// </summary>
    public static readonly DateOnly UnitedStatesReassessedFrom = new(2026, 6, 29);

    /// <summary>How people call it in a table, for example "SCC" or "Art. 49(1)(b)".</summary>
    public static string ShortName(this TransferMechanism mechanism) => mechanism switch
    {
        TransferMechanism.Adequacy => "Adequacy",
        TransferMechanism.DataPrivacyFramework => "DPF",
        TransferMechanism.StandardContractualClauses => "SCC",
        TransferMechanism.BindingCorporateRules => "BCR",
        TransferMechanism.AdHocClauses => "Approved clauses",
        TransferMechanism.CodeOfConduct => "Code of conduct",
        TransferMechanism.Certification => "Certification",
        TransferMechanism.DerogationCompellingInterests => "Art. 49(1) subpara. 2",
        >= TransferMechanism.DerogationConsent and <= TransferMechanism.DerogationPublicRegister =>
            $"Art. 49(1)({(char)('a' + (mechanism - TransferMechanism.DerogationConsent))})",
        _ => "None",
    };

    /// <summary>Where the law allows it; null for none.</summary>
    public static string? Citation(this TransferMechanism mechanism) => mechanism switch
    {
        TransferMechanism.None => null,
        TransferMechanism.Adequacy or TransferMechanism.DataPrivacyFramework => "Art. 45 GDPR",
        TransferMechanism.StandardContractualClauses => "Art. 46(2)(c) GDPR",
        TransferMechanism.BindingCorporateRules => "Art. 46(2)(b), 47 GDPR",
        TransferMechanism.AdHocClauses => "Art. 46(3)(a) GDPR",
        TransferMechanism.CodeOfConduct => "Art. 46(2)(e) GDPR",
        TransferMechanism.Certification => "Art. 46(2)(f) GDPR",
        _ => $"{mechanism.ShortName()} GDPR",
    };

    /// <summary>Whether it is an exception of Art. 49, without decision or safeguards.</summary>
    public static bool IsDerogation(this TransferMechanism mechanism) => mechanism >= TransferMechanism.DerogationConsent;

    /// <summary>Whether it is for occasional transfers alone: Art. 49(1)(b), (c), (e) by recital 111, and the second subparagraph.</summary>
    public static bool MustBeOccasional(this TransferMechanism mechanism) => mechanism
        is TransferMechanism.DerogationContract
        or TransferMechanism.DerogationContractInInterest
        or TransferMechanism.DerogationLegalClaims
        or TransferMechanism.DerogationCompellingInterests;

    /// <summary>Whether the law of the importer's country has to be assessed (C-311/18; clause 14 of the standard clauses).</summary>
    public static bool NeedsImpactAssessment(this TransferMechanism mechanism) => mechanism
        is TransferMechanism.StandardContractualClauses
        or TransferMechanism.BindingCorporateRules
        or TransferMechanism.AdHocClauses;

    /// <summary>The number of a module of the standard clauses, 1 to 4.</summary>
    public static int Number(this SccModule module) => (int)module + 1;

    /// <summary>
    /// The module that the roles ask for: 1 to a controller, 2 to a processor, 3 to a sub-processor, 4 to the
    /// controller for whom we process. Null while a role is not recorded.
    /// </summary>
    public static SccModule? ExpectedModule(ControllerRole? ours, RecipientRole? theirs, bool isOnward) => (isOnward, ours, theirs) switch
    {
        (true, _, _) => SccModule.ProcessorToProcessor,
        (_, null, _) or (_, _, null) => null,
        (_, ControllerRole.Processor, RecipientRole.Processor) => SccModule.ProcessorToProcessor,
        (_, ControllerRole.Processor, _) => SccModule.ProcessorToController,
        (_, _, RecipientRole.Processor) => SccModule.ControllerToProcessor,
        _ => SccModule.ControllerToController,
    };
}
