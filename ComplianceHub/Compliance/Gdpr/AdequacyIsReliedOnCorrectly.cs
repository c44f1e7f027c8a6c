using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>A transfer that relies on an adequacy decision is covered by it on the day.</summary>
public sealed class AdequacyIsReliedOnCorrectly() : MechanismRequirement("GDPR-45", "Art. 45 GDPR", "Adequacy is relied on correctly", Severity.High)
{
    private const int EndsSoonMonths = 6;

    /// <inheritdoc />
    public override string Duty => "A transfer may rely on an adequacy decision that is in force and covers the importer.";

    /// <inheritdoc />
    public override string Guidance => "Check that the decision covers the importer. If it does not, agree on standard contractual clauses.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Note that the importer is in the decision’s scope";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    protected override string MechanismName => "an adequacy decision";

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Check the adequacy decision for {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} flows on an adequacy decision are covered by it.";

    /// <inheritdoc />
    protected override bool IsAbout(TransferMechanism mechanism) => mechanism == TransferMechanism.Adequacy;

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        if (MechanismDefect.Of(transfer, flow, shop) is { } defect)
        {
            yield return defect;
            yield break;
        }

        var decision = shop.Adequacy(transfer.ImporterCountry, transfer.Importer)!;
        if (decision.Scope == AdequacyScope.CoveredImporters && transfer.WithinAdequacyScope == Answer.Unknown)
            yield return Soft("scope-open", $"Whether {transfer.Importer} is among the {decision.Covered} is not recorded.");
        if (decision.To is { } last && shop.Reached(last.AddMonths(-EndsSoonMonths)))
            yield return Soft("ends", $"The decision for {Country.NameOf(transfer.ImporterCountry)} ends on {last:d MMM yyyy}.") with { Fix = "Agree on standard contractual clauses in case it is not renewed." };
    }
}
