using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Data;

/// <summary>
/// A record as it counts for one shop: the shop's own, or the group's with the values that the shop replaced. A value
/// that EF never tracks: saving it would change the group's record for everybody.
/// </summary>
/// <param name="Record">The record with the shop's values in it.</param>
/// <param name="Deviations">Where the shop deviates from the group; empty for the shop's own record.</param>
public sealed record Effective<T>(T Record, IReadOnlyList<Deviation> Deviations)
    where T : RegisterRecord
{
    /// <summary>Whether the group owns the record.</summary>
    public bool IsOfGroup => Record is not OwnedRecord { ShopId: not null };

    /// <summary>Whether the shop has switched the group's record off for itself.</summary>
    public bool IsExcluded => DeviationOf(Deviation.Excluded) is not null;

    /// <summary>The deviation that replaces a field; null where the value is the record's own.</summary>
    public Deviation? DeviationOf(string field) => Deviations.FirstOrDefault(deviation => deviation.Field == field);
}
