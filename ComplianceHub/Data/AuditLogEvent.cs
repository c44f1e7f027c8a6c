using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Data;

/// <summary>Something to log that changes no record: a download, a sign-in.</summary>
/// <param name="Chain">The chain that logs it.</param>
/// <param name="Action">One word for what was done: "downloaded", "signed in".</param>
/// <param name="Entity">The kind of thing it was done to.</param>
/// <param name="EntityId">Its id; never a person's name.</param>
public sealed record AuditLogEvent(ChainId Chain, string Action, string Entity, string EntityId)
{
    /// <summary>More about it, as field and value, in the erasable payload.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();
}
