using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Registers;

/// <summary>Why a new record is asked for: the finding that its address names.</summary>
/// <param name="About">The record that the finding stands against; null when no finding asks.</param>
/// <param name="Requirement">The requirement.</param>
/// <param name="Finding">The finding's key within the requirement.</param>
internal sealed record NewRecordReason(Guid? About, string? Requirement, string? Finding);

/// <summary>
/// What a new record begins with when a finding asks for it: the parties and the kind that the finding is about, and
/// nothing that only a person can know.
/// </summary>
internal static class NewRecord
{
    public static void Begin(RegisterRecord record, NewRecordReason reason, ShopSnapshot? shop)
    {
        switch (record)
        {
            case Agreement agreement: Begin(agreement, reason, shop); break;
            case RetentionRule rule: Begin(rule, reason, shop); break;
            case Transfer transfer: Begin(transfer, reason, shop); break;
            case ConsentForm form: form.ActivityIds.AddRange(ActivitiesWithoutForm(reason, shop)); break;
            case Assessment assessment: Begin(assessment, reason); break;
            case Notice notice: Begin(notice, reason); break;
            case ResponsiblePerson person: person.Role = RoleFor(reason); break;
            case Disclosure disclosure: disclosure.ActivityId = reason.About ?? Guid.Empty; break;
            default: break;
        }
    }

    private static void Begin(Agreement agreement, NewRecordReason reason, ShopSnapshot? shop)
    {
        agreement.Kind = reason.Requirement switch
        {
            "GDPR-26" => AgreementKind.JointControllerArrangement,
            "GDPR-44" or "GDPR-46-SCC" => AgreementKind.StandardContractualClauses,
            "CCPA-7051" => AgreementKind.ServiceProviderContract,
            "CCPA-7053" => AgreementKind.ThirdPartyContract,
            _ => AgreementKind.DataProcessingAgreement,
        };
        if (reason.About is not { } about || shop is null || (shop.Vendor(about) ?? ImporterOf(about, shop)) is not { } vendor)
            return;
        agreement.VendorId = vendor.Id;
        agreement.Title = $"{agreement.Kind.Word()}, {vendor.DisplayName}";
    }

    // A finding about a transfer means the third party that its disclosures go to.
    private static Vendor? ImporterOf(Guid transfer, ShopSnapshot shop) =>
        shop.Transfers.FirstOrDefault(one => one.Id == transfer)?.DisclosureIds.Select(shop.Disclosure).OfType<Disclosure>().Select(one => shop.Vendor(one.VendorId)).FirstOrDefault(one => one is not null);

    // Only the data that no rule covers yet; none chosen means all of them.
    private static void Begin(RetentionRule rule, NewRecordReason reason, ShopSnapshot? shop)
    {
        if (reason.About is not { } about || shop?.Activity(about) is not { } activity)
            return;
        rule.Name = activity.Name;
        rule.ActivityIds.Add(activity.Id);
        var elements = shop.ElementsOf(activity).Distinct().ToList();
        var open = elements.Where(element => !shop.RetentionRulesOf(activity).Any(one => one.Covers(activity, element))).ToList();
        if (open.Count < elements.Count)
            rule.ElementIds.AddRange(open.Select(element => element.Id));
    }

    private static void Begin(Transfer transfer, NewRecordReason reason, ShopSnapshot? shop)
    {
        if (reason.About is not { } about || shop?.Disclosure(about) is not { } disclosure)
            return;
        transfer.DisclosureIds.Add(disclosure.Id);
        transfer.Importer = shop.Vendor(disclosure.VendorId)?.LegalName ?? "";
        if (shop.ThirdCountryFlowsOf(disclosure).FirstOrDefault(flow => flow.Transfers.Count == 0) is { } flow)
            transfer.ImporterCountry = flow.Country;
    }

    // A finding about a kind of data means the activities that use it.
    private static IEnumerable<Guid> ActivitiesWithoutForm(NewRecordReason reason, ShopSnapshot? shop)
    {
        if (reason.About is not { } about)
            return [];
        return shop?.Element(about) is null
            ? [about]
            : shop.ActiveActivities.Where(activity => activity.ElementIds.Contains(about) && !shop.ConsentForms.Any(form => form.ActivityIds.Contains(activity.Id))).Select(activity => activity.Id);
    }

    private static void Begin(Assessment assessment, NewRecordReason reason)
    {
        assessment.Kind = reason.Requirement == "GDPR-46-TIA" ? AssessmentKind.TransferImpact : AssessmentKind.LegitimateInterests;
        if (reason.About is { } about)
            (assessment.Kind == AssessmentKind.TransferImpact ? assessment.TransferIds : assessment.ActivityIds).Add(about);
    }

    private static void Begin(Notice notice, NewRecordReason reason)
    {
        notice.Kind = reason switch
        {
            { Requirement: "GDPR-14" } => NoticeKind.IndirectPrivacyNotice,
            { Requirement: "CCPA-100-a" or "CCPA-100-c" } => NoticeKind.NoticeAtCollection,
            { Requirement: "CCPA-130-a5" or "CA-OPPA" } or { Requirement: "CCPA-120", Finding: "no-statement" } => NoticeKind.CaliforniaPolicy,
            { Requirement: "CCPA-120" } => NoticeKind.OptOutNotice,
            _ => NoticeKind.PrivacyNotice,
        };
        if (reason.Requirement is not null)
            notice.Title = notice.Kind.Word();
    }

    private static ResponsibleRole RoleFor(NewRecordReason reason) =>
        reason is { Requirement: "GDPR-27" } or { Finding: "representative" } ? ResponsibleRole.EuRepresentative : ResponsibleRole.DataProtectionOfficer;
}
