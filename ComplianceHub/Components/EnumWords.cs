using System.Text;

namespace ComplianceHub.Components;

/// <summary>The words for a value of an enum, where the name spelled out is not what people read.</summary>
public static class EnumWords
{
    private static readonly Dictionary<Enum, string> Spelled = new()
    {
        [Domain.Answer.Unknown] = "Not recorded",
        [Domain.Audits.AuditState.AwaitingSignOff] = "Awaiting sign-off",
        [Domain.Registers.TransferMechanism.None] = "None",
        [Domain.Registers.TransferMechanism.DataPrivacyFramework] = "EU-US Data Privacy Framework",
        [Domain.Registers.TransferMechanism.DerogationConsent] = "Art. 49(1)(a) explicit consent",
        [Domain.Registers.TransferMechanism.DerogationContract] = "Art. 49(1)(b) contract",
        [Domain.Registers.TransferMechanism.DerogationContractInInterest] = "Art. 49(1)(c) contract in the person's interest",
        [Domain.Registers.TransferMechanism.DerogationPublicInterest] = "Art. 49(1)(d) public interest",
        [Domain.Registers.TransferMechanism.DerogationLegalClaims] = "Art. 49(1)(e) legal claims",
        [Domain.Registers.TransferMechanism.DerogationVitalInterests] = "Art. 49(1)(f) vital interests",
        [Domain.Registers.TransferMechanism.DerogationPublicRegister] = "Art. 49(1)(g) public register",
        [Domain.Registers.TransferMechanism.DerogationCompellingInterests] = "Art. 49(1) compelling interests",
        [Domain.Registers.Jurisdiction.Eea] = "EEA",
        [Domain.Registers.Jurisdiction.OtherUnitedStates] = "Other states of the US",
        [Domain.Registers.ResponsibleRole.EuRepresentative] = "EU representative",
        [Domain.Audits.RemediationState.Done] = "Done, not checked",
        [Domain.Registers.ResponsibleRole.UnitedKingdomRepresentative] = "UK representative",
        [Domain.Registers.AgreementKind.UnitedKingdomAddendum] = "UK addendum",
        [Domain.Registers.AgreementKind.ServiceProviderContract] = "CCPA service-provider terms",
        [Domain.Registers.AgreementKind.ThirdPartyContract] = "CCPA third-party terms",
        [Domain.Registers.SccModule.ControllerToController] = "Module 1, controller to controller",
        [Domain.Registers.SccModule.ControllerToProcessor] = "Module 2, controller to processor",
        [Domain.Registers.SccModule.ProcessorToProcessor] = "Module 3, processor to processor",
        [Domain.Registers.SccModule.ProcessorToController] = "Module 4, processor to controller",
        [Domain.Registers.LawfulBasis.Consent] = "(a) Consent",
        [Domain.Registers.LawfulBasis.Contract] = "(b) Contract",
        [Domain.Registers.LawfulBasis.LegalObligation] = "(c) Legal obligation",
        [Domain.Registers.LawfulBasis.VitalInterests] = "(d) Vital interests",
        [Domain.Registers.LawfulBasis.PublicTask] = "(e) Public task",
        [Domain.Registers.LawfulBasis.LegitimateInterests] = "(f) Legitimate interests",
        [Domain.Registers.CcpaRole.NoCaliforniaData] = "No Californian data",
        [Domain.Registers.CcpaRole.ConsumerDirected] = "Consumer-directed",
    };

    /// <summary>The value in words, for example "Joint controller".</summary>
    public static string Word(this Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Spelled.TryGetValue(value, out var word) ? word : Split(value.ToString());
    }

    private static string Split(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                words.Append(letter);
        }

        return words.ToString();
    }
}
