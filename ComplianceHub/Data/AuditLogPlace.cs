namespace ComplianceHub.Data;

/// <summary>Where in a chain a page begins.</summary>
/// <param name="Sequence">The number of an entry, which is not on the page.</param>
/// <param name="Goes">Whether the page goes on to older or to newer entries.</param>
public sealed record AuditLogPlace(long Sequence, AuditLogDirection Goes);

/// <summary>Which way somebody reads on.</summary>
public enum AuditLogDirection
{
    /// <summary>Towards the first entry.</summary>
    Older,

    /// <summary>Towards the last entry.</summary>
    Newer,
}
