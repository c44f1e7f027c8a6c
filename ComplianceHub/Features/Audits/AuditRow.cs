using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.Audits;

/// <summary>A shop as audits name it.</summary>
/// <param name="Id">The shop.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedShop(Guid Id, string Slug, string Name);

/// <summary>An audit in a list.</summary>
public sealed record AuditRow
{
    /// <summary>The audit.</summary>
    public required Audit Audit { get; init; }

    /// <summary>Its shops, by name.</summary>
    public required IReadOnlyList<NamedShop> Shops { get; init; }

    /// <summary>Who signs or signed; null while nobody is named.</summary>
    public required string? Signer { get; init; }

    /// <summary>When it was signed; null while it is not.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>What the signature is worth today; null while there is none.</summary>
    public required SignatureStanding? Standing { get; init; }

    /// <summary>Whether the next step is the reader's.</summary>
    public required bool WaitsForMe { get; init; }
}

/// <summary>A page of audits.</summary>
/// <param name="Rows">The audits of the page, the latest first.</param>
/// <param name="Total">How many match the filter.</param>
/// <param name="States">How many audits of the reader have come how far, whatever the filter.</param>
/// <param name="Waiting">In how many the next step is the reader's.</param>
/// <param name="ShopName">The shop of the filter; null without one.</param>
/// <param name="MayPrepare">Whether the reader may prepare an audit of some shop.</param>
public sealed record AuditPageRows(
    IReadOnlyList<AuditRow> Rows, int Total, IReadOnlyDictionary<AuditState, int> States, int Waiting, string? ShopName, bool MayPrepare)
{
    /// <summary>How many audits the reader may see.</summary>
    public int All => States.Values.Sum();
}
