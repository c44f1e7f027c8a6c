using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>Which files a requirement rests on: those of the kind of record that it reads, and no others. A data
/// processing agreement supports Art. 28, not the duty to have an owner for each record. What a report names and what an
/// auditor sees beside the requirement are both asked here.</summary>
internal static class RequirementFiles
{
    /// <summary>The files behind the records that were looked at; those of the records that have a finding come first.</summary>
    public static IEnumerable<Guid> Of(FrozenResult result, ShopSnapshot shop) =>
        Of(result.Requirement, AgainstIt(result).Concat(result.Population), shop);

    /// <summary>The files behind the records that have a finding.</summary>
    public static IEnumerable<Guid> Against(FrozenResult result, ShopSnapshot shop) => Of(result.Requirement, AgainstIt(result), shop);

    private static IEnumerable<RecordRef> AgainstIt(FrozenResult result) =>
        result.Findings.SelectMany(finding => (RecordRef[])[finding.Subject, finding.Record]);

    private static IEnumerable<Guid> Of(string requirement, IEnumerable<RecordRef> records, ShopSnapshot shop) =>
        records.Select(record => record.Id).Distinct().SelectMany(record => Of(requirement, record, shop)).Distinct();

    private static IEnumerable<Guid> Of(string requirement, Guid record, ShopSnapshot shop) => requirement switch
    {
        "GDPR-28-1" => shop.Vendor(record)?.DueDiligence.EvidenceIds ?? [],
        "GDPR-28-2" or "GDPR-28-3" or "GDPR-28-3-0" => Agreement(record, AgreementKind.DataProcessingAgreement, shop),
        "GDPR-26" => Agreement(record, AgreementKind.JointControllerArrangement, shop),
        "CCPA-7051" => Agreement(record, AgreementKind.ServiceProviderContract, shop),
        "CCPA-7053" => Agreement(record, AgreementKind.ThirdPartyContract, shop),
        "GDPR-44" => TransfersOf(record, shop).SelectMany(transfer => (Guid?[])[Clauses(transfer, shop), Assessment(transfer, shop)]).OfType<Guid>(),
        "GDPR-45-DPF" => TransfersOf(record, shop).Select(transfer => shop.Agreement(transfer.FallbackAgreementId)?.EvidenceId).OfType<Guid>(),
        "GDPR-46-SCC" => TransfersOf(record, shop).Select(transfer => Clauses(transfer, shop)).OfType<Guid>(),
        "GDPR-46-TIA" => TransfersOf(record, shop).Select(transfer => Assessment(transfer, shop)).OfType<Guid>(),
        "GDPR-6-1-f" => Present(shop.Activity(record) is { } activity ? LegitimateInterestsAssessment.Of(activity, shop)?.EvidenceId : null),
        "GDPR-13" => Notices(record, shop, NoticeKind.PrivacyNotice),
        "GDPR-14" => Notices(record, shop, NoticeKind.PrivacyNotice, NoticeKind.IndirectPrivacyNotice),
        "CCPA-100-a" or "CCPA-120" or "CCPA-130-a5" or "CA-OPPA" => Present(shop.Notices.FirstOrDefault(notice => notice.Id == record)?.EvidenceId),
        "GDPR-27" or "GDPR-37" => Present(shop.People.FirstOrDefault(person => person.Id == record)?.MandateEvidenceId),
        _ => [],
    };

    // The one that binds, or else the latest that does not.
    private static IEnumerable<Guid> Agreement(Guid record, AgreementKind kind, ShopSnapshot shop) => shop.Vendor(record) is not { } vendor
        ? []
        : Present((shop.InForce(vendor, kind) ?? shop.AgreementsWith(vendor, kind).MaxBy(agreement => (agreement.EffectiveFrom, agreement.Id)))?.EvidenceId);

    // A flow is named by its first transfer; it may have others.
    private static IEnumerable<Transfer> TransfersOf(Guid record, ShopSnapshot shop) =>
        shop.ThirdCountryFlows.FirstOrDefault(flow => flow.Transfers.Any(transfer => transfer.Id == record))?.Transfers ?? [];

    private static Guid? Clauses(Transfer transfer, ShopSnapshot shop) => shop.Agreement(transfer.AgreementId)?.EvidenceId;

    private static Guid? Assessment(Transfer transfer, ShopSnapshot shop) => TransferImpactIsAssessed.Latest(transfer, shop)?.EvidenceId;

    private static IEnumerable<Guid> Notices(Guid record, ShopSnapshot shop, params NoticeKind[] kinds) => shop.Notices
        .Where(notice => kinds.Contains(notice.Kind) && shop.IsPublished(notice) && (notice.Id == record || notice.ActivityIds.Contains(record)))
        .OrderBy(notice => notice.Id).Select(notice => notice.EvidenceId).OfType<Guid>();

    private static IEnumerable<Guid> Present(Guid? file) => file is { } known ? [known] : [];
}
