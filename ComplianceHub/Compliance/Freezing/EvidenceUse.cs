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
    /// on it names the file, or a record does that was checked or stood against it.</summary>
    /// <param name="shop">The frozen shop.</param>
    /// <param name="verdicts">Its frozen verdicts.</param>
    public static IReadOnlyList<EvidenceUse> In(ShopSnapshot shop, IEnumerable<FrozenReadiness> verdicts)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(verdicts);
        var filesByRecord = FilesByRecord(shop).ToLookup(pair => pair.Record, pair => pair.File);
        List<FrozenResult> results = [.. verdicts.SelectMany(readiness => readiness.Results)];
        var uses = Uses(results, result => [.. Stated(result, shop), .. Against(result, filesByRecord), .. result.Population.SelectMany(record => filesByRecord[record.Id])]);
        var disputed = Uses(results, result => Against(result, filesByRecord));
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

    private static IEnumerable<Guid> Against(FrozenResult result, ILookup<Guid, Guid> filesByRecord) =>
        result.Findings.SelectMany(finding => new[] { finding.Record, finding.Subject }).SelectMany(record => filesByRecord[record.Id]);

    private static IEnumerable<(Guid Record, Guid File)> FilesByRecord(ShopSnapshot shop)
    {
        var agreements = shop.Agreements.Where(agreement => agreement.EvidenceId is not null).ToDictionary(agreement => agreement.Id, agreement => agreement.EvidenceId!.Value);
        return
        [
            .. shop.Evidence.Select(file => (file.Id, file.Id)),
            .. agreements.Select(agreement => (agreement.Key, agreement.Value)),
            // What was agreed with a third party is read with the third party, and the basis of a transfer with the transfer.
            .. shop.Agreements.Where(agreement => agreement.EvidenceId is not null).Select(agreement => (agreement.VendorId, agreement.EvidenceId!.Value)),
            .. shop.Transfers.SelectMany(transfer => new[] { transfer.AgreementId, transfer.FallbackAgreementId }.OfType<Guid>()
                .Where(agreements.ContainsKey).Select(id => (transfer.Id, agreements[id]))),
            .. shop.Vendors.SelectMany(vendor => vendor.DueDiligence.EvidenceIds.Select(file => (vendor.Id, file))),
            .. shop.Measures.SelectMany(measure => measure.EvidenceIds.Select(file => (measure.Id, file))),
            .. shop.Assessments.Where(assessment => assessment.EvidenceId is not null).Select(assessment => (assessment.Id, assessment.EvidenceId!.Value)),
            .. shop.Notices.Where(notice => notice.EvidenceId is not null).Select(notice => (notice.Id, notice.EvidenceId!.Value)),
            .. shop.People.Where(person => person.MandateEvidenceId is not null).Select(person => (person.Id, person.MandateEvidenceId!.Value)),
        ];
    }
}
