using System.Globalization;
using System.Text;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The words and signs of the reports. What nobody recorded is said, never left blank.</summary>
internal static class ReportWords
{
    public const string NotRecorded = "Not recorded";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day is { } known ? Day(known) : NotRecorded;

    public static string Or(string? text) => string.IsNullOrWhiteSpace(text) ? NotRecorded : text;

    public static string List(IEnumerable<string> words) => Or(string.Join(", ", words));

    public static string Countries(IEnumerable<string> codes) => List(codes.Select(Country.NameOf));

    /// <summary>For the first page, which must hold; the chapters say it whole.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";

    public static string Points(decimal points, string sign) =>
        points == 0 ? "0" : sign + points.ToString("0.0", CultureInfo.InvariantCulture);

    public static Mark MarkOf(Outcome outcome) => outcome switch
    {
        Outcome.Pass => Mark.Pass,
        Outcome.Partial => Mark.Partial,
        Outcome.Fail => Mark.Fail,
        Outcome.NotApplicable => Mark.NotApplicable,
        _ => Mark.NotAssessed,
    };

    public static Mark MarkOf(FindingSeverity severity) => severity == FindingSeverity.Hard ? Mark.Fail : Mark.Partial;

    public static (Mark Mark, string Word, Ink Ink) Of(FrozenReadiness readiness) => readiness switch
    {
        { IsNotApplicable: true } => (Mark.NotApplicable, "Not applicable", Ink.Neutral),
        { Band: Band.Ready } => (Mark.Pass, "Ready", Ink.Pass),
        { Band: Band.Nearly } => (Mark.Pass, "Nearly", Ink.Pass),
        { Band: Band.Gaps } => (Mark.Partial, "Gaps", Ink.Partial),
        { Band: Band.NotReady } => (Mark.Fail, "Not ready", Ink.Fail),
        _ => (Mark.NotAssessed, "Not assessed", Ink.Neutral),
    };

    public static string Word(Enum value) => value switch
    {
        TransferMechanism.Adequacy => "Adequacy decision",
        TransferMechanism.DataPrivacyFramework => "EU-US Data Privacy Framework",
        TransferMechanism.DerogationConsent => "Explicit consent (derogation)",
        TransferMechanism.DerogationContract => "Contract with the person concerned (derogation)",
        TransferMechanism.DerogationContractInInterest => "Contract in the interest of the person concerned (derogation)",
        TransferMechanism.DerogationPublicInterest => "Public interest (derogation)",
        TransferMechanism.DerogationLegalClaims => "Legal claims (derogation)",
        TransferMechanism.DerogationVitalInterests => "Vital interests (derogation)",
        TransferMechanism.DerogationPublicRegister => "Public register (derogation)",
        TransferMechanism.DerogationCompellingInterests => "Compelling legitimate interests (derogation)",
        AgreementKind.ServiceProviderContract => "CCPA service-provider terms",
        AgreementKind.ThirdPartyContract => "CCPA third-party terms",
        AgreementKind.UnitedKingdomAddendum => "UK addendum",
        ResponsibleRole.EuRepresentative => "Representative in the Union",
        ResponsibleRole.UnitedKingdomRepresentative => "Representative in the United Kingdom",
        CcpaRole.ConsumerDirected => "Consumer-directed",
        CcpaRole.NoCaliforniaData => "No Californian data",
        LawfulBasis basis => $"({"abcdef"[(int)basis]}) {Split(basis.ToString()).ToLowerInvariant()}",
        _ => Split(value.ToString()),
    };

    /// <summary>What allows a transfer, with its article; an exception of Art. 49 is called what it is.</summary>
    public static string Mechanism(TransferMechanism mechanism) =>
        mechanism.Citation() is { } citation ? $"{Word(mechanism)}, {citation}" : "no mechanism";

    /// <summary>Words that somebody wrote as a heading, within a sentence: "End of the year" becomes "end of the year", "VAT" stays.</summary>
    public static string Inside(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Split(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
            words.Append(char.IsUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        return words.ToString();
    }
}
