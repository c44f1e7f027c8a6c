using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Compliance.Gdpr;

namespace ComplianceHub.Compliance;

/// <summary>The regulations that readiness is computed for.</summary>
public static class Regulations
{
    /// <summary>The version of the law catalogue, year and month of its state of law.</summary>
    public const string CatalogueVersion = "2026.11";

    /// <summary>All of them, in the order of the portfolio.</summary>
    public static IReadOnlyList<Regulation> All { get; } = [GdprCatalogue.Regulation, CcpaCatalogue.Regulation];

    /// <summary>The regulation with this id; null when there is none.</summary>
    public static Regulation? WithId(string? id) =>
        All.FirstOrDefault(regulation => string.Equals(regulation.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The requirement with this id, of any regulation; null when there is none.</summary>
    public static Requirement? Requirement(string? id) =>
        All.SelectMany(regulation => regulation.Requirements).FirstOrDefault(requirement => requirement.Id == id);
}
