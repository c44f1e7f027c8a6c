using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.Audits;

/// <summary>What the reader may do with an audit.</summary>
/// <param name="MayPrepare">Prepare it: keep the registers of all its shops, and not be its signer.</param>
/// <param name="IsAuditor">Decide on its requirements.</param>
/// <param name="IsSigner">Sign it or return it.</param>
public sealed record AuditRights(bool MayPrepare, bool IsAuditor, bool IsSigner);

/// <summary>A shop of an audit with what was frozen of it.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Frozen">The frozen shop; null in draft.</param>
/// <param name="Verdicts">Its verdicts as they were frozen; none in draft.</param>
public sealed record AuditViewShop(NamedShop Shop, FrozenShop? Frozen, IReadOnlyList<FrozenReadiness> Verdicts);

/// <summary>An audit with everything that its page shows of what is stored.</summary>
public sealed record AuditView
{
    /// <summary>The audit.</summary>
    public required Audit Audit { get; init; }

    /// <summary>What the reader may do.</summary>
    public required AuditRights Rights { get; init; }

    /// <summary>Its shops, by name.</summary>
    public required IReadOnlyList<AuditViewShop> Shops { get; init; }

    /// <summary>Its requirements with the auditor's decisions; none in draft.</summary>
    public required IReadOnlyList<AuditItem> Items { get; init; }

    /// <summary>The signature; null while there is none.</summary>
    public required SignOff? SignOff { get; init; }

    /// <summary>The title of the later audit that takes its place; null while there is none that the reader may see.</summary>
    public required string? SupersededBy { get; init; }

    /// <summary>The names of its people.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Whether what was frozen is missing or altered in the database.</summary>
    public required bool IsAltered { get; init; }

    /// <summary>The name of somebody who takes part; a sentence when nobody does.</summary>
    public string NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, "A former user") : "Nobody yet";

    /// <summary>"Fjord &amp; Fable · GDPR and CCPA · 1 Nov 2025 to 31 Oct 2026".</summary>
    public string Scope => $"{AuditWords.Shops([.. Shops.Select(shop => shop.Shop)])} · {AuditWords.List(Audit.Regulations)} · {AuditWords.Period(Audit)}";

    /// <summary>The day that was frozen, the first of them where the shops' calendars differ; null in draft.</summary>
    public DateOnly? FrozenDay => Shops.Min(shop => shop.Frozen?.AsOf);

    /// <summary>A shop of the audit.</summary>
    public AuditViewShop ShopOf(Guid shopId) => Shops.First(shop => shop.Shop.Id == shopId);
}

/// <summary>A shop of an audit as today's registers and rules read it.</summary>
/// <param name="Standing">What differs from what was frozen.</param>
/// <param name="IsOtherCatalogue">Whether the rules have changed since.</param>
public sealed record ShopToday(FrozenStanding Standing, bool IsOtherCatalogue)
{
    /// <summary>Whether today's reading may differ from the frozen one at all.</summary>
    public bool Differs => IsOtherCatalogue || Standing.Difference.Records.Count > 0;

    /// <summary>The score of a regulation as it is read today for the frozen day.</summary>
    public Score ScoreOf(Regulation regulation) => Compliance.Readiness.Of(Standing.Now, regulation).Score;
}
