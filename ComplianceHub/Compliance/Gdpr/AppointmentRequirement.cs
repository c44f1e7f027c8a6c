using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>A person whom a business that falls under a duty appoints, names in the notice and shows in writing (Art. 27, 37 GDPR).</summary>
public abstract class AppointmentRequirement(string id, string citation, string title, Severity severity)
    : PresenceRequirement<ResponsiblePerson>(id, citation, title, severity)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Records;

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(4)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <summary>Whether a shop under the GDPR has to appoint somebody.</summary>
    protected abstract Gate DutyOf(ShopSnapshot shop);

    /// <inheritdoc />
    protected sealed override Gate When(ShopSnapshot shop)
    {
        var gdpr = base.When(shop);
        return gdpr.Applies == Answer.Yes ? DutyOf(shop) : gdpr;
    }
}
