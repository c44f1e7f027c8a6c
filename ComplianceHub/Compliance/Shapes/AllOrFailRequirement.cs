using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Shapes;

/// <summary>AOF of catalogue 1.2: any hard defect fails, only soft ones are partial, none passes.</summary>
public abstract class AllOrFailRequirement<T>(string id, string citation, string title, Severity severity)
    : InspectedRequirement<T>(id, citation, title, severity)
    where T : notnull
{
    /// <inheritdoc />
    public sealed override RequirementKind Kind => RequirementKind.AllOrFail;

    private protected sealed override (Outcome Outcome, decimal Value) Grade(int met, int total, bool anySoft, bool aggravated)
    {
        if (met < total)
            return (Outcome.Fail, 0m);
        return anySoft ? (Outcome.Partial, 0.5m) : (Outcome.Pass, 1m);
    }
}

/// <summary>An all-or-fail rule over the records of one register.</summary>
public abstract class AllOrFailRecordRequirement<T>(string id, string citation, string title, Severity severity)
    : AllOrFailRequirement<T>(id, citation, title, severity)
    where T : RegisterRecord
{
    /// <inheritdoc />
    protected override RecordRef RefOf(T item, ShopSnapshot shop) => item.Ref();
}
