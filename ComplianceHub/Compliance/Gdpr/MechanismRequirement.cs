using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>A graded rule about the flows to third countries that rely on one mechanism.</summary>
public abstract class MechanismRequirement(string id, string citation, string title, Severity severity)
    : GradedRequirement<ThirdCountryFlow>(id, citation, title, severity)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Transfers;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <summary>The mechanism within a sentence: "No transfer relies on …".</summary>
    protected abstract string MechanismName { get; }

    /// <inheritdoc />
    protected override string QuestionIfNone => FlowPopulation.Question;

    /// <summary>Whether the rule is about a mechanism.</summary>
    protected abstract bool IsAbout(TransferMechanism mechanism);

    /// <summary>What is wrong with one transfer by the mechanism.</summary>
    protected abstract IEnumerable<Defect> Inspect(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop);

    /// <inheritdoc />
    protected sealed override IEnumerable<ThirdCountryFlow> Population(ShopSnapshot shop) =>
        shop.ThirdCountryFlows.Where(flow => flow.Transfers.Any(transfer => IsAbout(transfer.Mechanism)));

    /// <inheritdoc />
    protected sealed override IEnumerable<Defect> Inspect(ThirdCountryFlow item, ShopSnapshot shop) =>
        item.Transfers.Where(transfer => IsAbout(transfer.Mechanism))
            .SelectMany(transfer => Inspect(transfer, item, shop).Select(defect => defect with { Record = defect.Record ?? transfer.Ref() }));

    /// <inheritdoc />
    protected sealed override Verdict IfEmpty(ShopSnapshot shop) => FlowPopulation.WithoutUse(MechanismName, shop);

    /// <inheritdoc />
    protected sealed override RecordRef RefOf(ThirdCountryFlow item, ShopSnapshot shop) =>
        item.Transfers.First(transfer => IsAbout(transfer.Mechanism)).Ref();
}
