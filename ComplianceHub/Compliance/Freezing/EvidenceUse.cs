using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>A file of a frozen shop, and the requirements that it supports.</summary>
/// <param name="File">The file as it was frozen: its name, its type and its hash, without its bytes.</param>
/// <param name="Requirements">Their ids, in the order of the articles; none when no requirement was read with it.</param>
/// <param name="Disputed">Those of them where it is a file of a record that stood against the requirement.</param>
public sealed record EvidenceUse(EvidenceFile File, IReadOnlyList<string> Requirements, IReadOnlyList<string> Disputed)
{
    /// <summary>Every file of a shop once, in the order of their names. A file supports a requirement when the statement
    /// on it names the file, or it is one of those that the requirement rests on.</summary>
    /// <param name="shop">The frozen shop.</param>
    /// <param name="verdicts">Its frozen verdicts.</param>
    public static IReadOnlyList<EvidenceUse> In(ShopSnapshot shop, IEnumerable<FrozenReadiness> verdicts)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(verdicts);
        List<FrozenResult> results = [.. verdicts.SelectMany(readiness => readiness.Results)];
        var uses = Uses(results, result => [.. RequirementFiles.Of(result, shop), .. Stated(result, shop)]);
        var disputed = Uses(results, result => RequirementFiles.Against(result, shop));
        return [.. shop.Evidence.OrderBy(file => file.FileName, StringComparer.OrdinalIgnoreCase).ThenBy(file => file.Id)
            .Select(file => new EvidenceUse(file, [.. uses[file.Id]], [.. disputed[file.Id]]))];
    }

    /// <summary>The statement on a requirement that counted on the frozen day; null when nobody had stated anything.</summary>
    public static Attestation? StatementOn(string requirement, ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return shop.Attestations.Where(statement => statement.RequirementId == requirement && statement.StatedOn <= shop.AsOf)
            .MaxBy(statement => (statement.StatedOn, statement.Id));
    }

    private static ILookup<Guid, string> Uses(List<FrozenResult> results, Func<FrozenResult, IEnumerable<Guid>> filesOf) => results
        .SelectMany(result => filesOf(result).Distinct().Select(file => (File: file, result.Requirement))).Distinct()
        .ToLookup(use => use.File, use => use.Requirement);

    private static IEnumerable<Guid> Stated(FrozenResult result, ShopSnapshot shop) => StatementOn(result.Requirement, shop)?.EvidenceIds ?? [];
}
