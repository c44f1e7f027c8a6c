using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Shapes;

/// <summary>
/// GRD of catalogue 1.2: counts the records without a hard defect. All and nothing soft passes; only soft is partial;
/// none fails; between is partial, and fails when a defective record is aggravated.
/// </summary>
public abstract class GradedRequirement<T>(string id, string citation, string title, Severity severity)
    : InspectedRequirement<T>(id, citation, title, severity)
    where T : notnull
{
    /// <inheritdoc />
    public sealed override RequirementKind Kind => RequirementKind.Graded;

    private protected sealed override (Outcome Outcome, decimal Value) Grade(int met, int total, bool anySoft, bool aggravated)
    {
        if (met == total)
            return anySoft ? (Outcome.Partial, 0.75m) : (Outcome.Pass, 1m);
        return met == 0 || aggravated
            ? (Outcome.Fail, 0m)
            : (Outcome.Partial, Math.Clamp((decimal)met / total, 0.1m, 0.75m));
    }
}

/// <summary>A graded rule over the records of one register.</summary>
public abstract class GradedRecordRequirement<T>(string id, string citation, string title, Severity severity)
    : GradedRequirement<T>(id, citation, title, severity)
    where T : RegisterRecord
{
    /// <inheritdoc />
    protected override RecordRef RefOf(T item, ShopSnapshot shop) => item.Ref();
}
