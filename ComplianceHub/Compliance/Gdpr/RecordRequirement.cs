using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>A record of processing: not owed while Art. 30(5) exempts, a question while it is empty, a breach once the shop states that it keeps none.</summary>
public abstract class RecordRequirement(string id, string citation, string title, Severity severity)
    : GradedRecordRequirement<ProcessingActivity>(id, citation, title, severity)
{
    /// <inheritdoc />
    public sealed override Area Area => GdprAreas.Records;

    /// <inheritdoc />
    public override string EvidenceWanted => "Record of processing as a file";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(4)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop)
    {
        var gdpr = base.When(shop);
        if (gdpr.Applies != Answer.Yes)
            return gdpr;
        var exemption = RecordExemption.Of(shop);
        return exemption.Applies == Answer.Yes ? Gate.No(exemption.Fact) : gdpr;
    }

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop)
    {
        if (!shop.Shop.Profile.StatesNoRecordKept)
            return Verdict.NotAssessed(QuestionIfNone);
        var none = Hard("none-kept", $"The shop states that it keeps no record of processing.") with { Action = FixAction.EditProfile };
        return new Verdict
        {
            Outcome = Outcome.Fail,
            Value = 0,
            Summary = none.Sentence.ToString(),
            Findings = [none.On(shop.Shop.Ref(), Guidance)],
            Checked = 1,
            Population = [shop.Shop.Ref()],
        };
    }
}
