using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>An exception of Art. 49 is used for exceptional transfers alone, and the record says why.</summary>
public sealed class DerogationsStayExceptional() : AllOrFailRequirement<ThirdCountryFlow>(
    "GDPR-49", "Art. 49 GDPR", "Derogations stay exceptional", Severity.High)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Transfers;

    /// <inheritdoc />
    public override string Duty => "Without decision or safeguards, data may leave the EEA only in the exceptional cases of Art. 49, each with its conditions.";

    /// <inheritdoc />
    public override string Guidance => "Record why the exception applies and stays exceptional. If the transfer is regular, agree on standard contractual clauses.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Note for each use: the point of Art. 49(1), its conditions, and why it is occasional";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    protected override string QuestionIfNone => FlowPopulation.Question;

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Justify the exception of Art. 49 for {names}, or replace it" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} flows on an exception of Art. 49 meet its conditions.";

    /// <inheritdoc />
    protected override IEnumerable<ThirdCountryFlow> Population(ShopSnapshot shop) =>
        shop.ThirdCountryFlows.Where(flow => flow.Transfers.Any(transfer => transfer.Mechanism.IsDerogation()));

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) => FlowPopulation.WithoutUse("an exception of Art. 49", shop);

    /// <inheritdoc />
    protected override RecordRef RefOf(ThirdCountryFlow item, ShopSnapshot shop) => item.Transfers.First(transfer => transfer.Mechanism.IsDerogation()).Ref();

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(ThirdCountryFlow item, ShopSnapshot shop) =>
        item.Transfers.Where(transfer => transfer.Mechanism.IsDerogation()).SelectMany(transfer =>
            new[] { MechanismDefect.Of(transfer, item, shop) }.OfType<Defect>()
                .Concat(Occasional(transfer)).Concat(Consent(transfer)).Concat(CompellingInterests(transfer))
                .Select(defect => defect with { Record = transfer.Ref() }));

    private static IEnumerable<Defect> Occasional(Transfer transfer)
    {
        if (!transfer.Mechanism.MustBeOccasional())
            yield break;
        if (transfer.IsOccasional == Answer.Unknown)
            yield return Soft("occasional-open", $"Whether the transfer happens only now and then is not recorded.");
        if (IsUnexplained(transfer) && transfer.Mechanism != TransferMechanism.DerogationCompellingInterests)
            yield return Soft("no-note", $"Why the transfer is occasional and necessary is not written down (recital 111).");
    }

    private static IEnumerable<Defect> Consent(Transfer transfer)
    {
        if (transfer.Mechanism == TransferMechanism.DerogationConsent && IsUnexplained(transfer))
            yield return Hard("no-consent", $"No note shows explicit consent after information on the risks, Art. 49(1)(a).");
    }

    private static IEnumerable<Defect> CompellingInterests(Transfer transfer)
    {
        if (transfer.Mechanism != TransferMechanism.DerogationCompellingInterests)
            yield break;
        if (IsUnexplained(transfer))
            yield return Hard("no-assessment", $"The assessment and the safeguards are not documented, Art. 49(6).");
        if (transfer.AuthorityAndPeopleInformed == Answer.No)
            yield return Hard("not-informed", $"The authority and the people concerned were not informed, Art. 49(1) subpara. 2.");
        if (transfer.AuthorityAndPeopleInformed == Answer.Unknown)
            yield return Soft("informed-open", $"Whether the authority and the people concerned were informed is not recorded.");
    }

    private static bool IsUnexplained(Transfer transfer) => string.IsNullOrWhiteSpace(transfer.DerogationNote);
}
