using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>A day to come on which something of a shop ends or is due.</summary>
/// <param name="Day">The last day of what ends, or the first day of what changes.</param>
/// <param name="Text">What happens, for example "PickPack 3PL GmbH: agreement ends".</param>
/// <param name="Record">The record to open; null for a change of the law.</param>
public sealed record CalendarEntry(DateOnly Day, string Text, RecordRef? Record);

/// <summary>
/// The next dates of a shop, from its registers and the dated facts of law. It uses the days of the rules, so that
/// what ends here is what the checklist finds on the day after.
/// </summary>
public static class ShopCalendar
{
    private const int NoticeReviewMonths = 12;

    /// <summary>All dates from the day looked at, the next one first.</summary>
    public static IReadOnlyList<CalendarEntry> Of(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        IEnumerable<CalendarEntry> entries =
        [
            .. Agreements(shop), .. DueDiligence(shop), .. SubProcessorChanges(shop), .. Attestations(shop), .. Notices(shop), .. FrameworkEntries(shop),
            .. Assessments(shop), .. AdequacyDecisions(shop), .. LegalParameterChanges(shop), .. Appointments(shop),
        ];
        return
        [
            // A calendar is no verdict: nothing that is stored depends on it, so these days are not watched.
            .. entries.Where(entry => entry.Day >= shop.AsOf).Distinct()
                .OrderBy(entry => entry.Day)
                .ThenBy(entry => entry.Text, StringComparer.Ordinal)
                .ThenBy(entry => entry.Record?.Id),
        ];
    }

    private static IEnumerable<CalendarEntry> Agreements(ShopSnapshot shop) =>
        from agreement in shop.Agreements
        let last = agreement.EffectiveTo
        where agreement.Signed && last is not null
        select new CalendarEntry(last.Value, $"{shop.Vendor(agreement.VendorId)?.DisplayName ?? agreement.DisplayName}: agreement ends", agreement.Ref());

    private static IEnumerable<CalendarEntry> DueDiligence(ShopSnapshot shop) =>
        from processor in shop.Processors
        let last = ProcessorsGiveSufficientGuarantees.LastDay(processor, shop)
        where last is not null
        select new CalendarEntry(last.Value, $"{processor.DisplayName}: due diligence ends", processor.Ref());

    private static IEnumerable<CalendarEntry> SubProcessorChanges(ShopSnapshot shop) =>
        from processor in shop.Processors
        from change in SubProcessorsAreAuthorisedAndKnown.OpenChanges(processor, shop)
        let last = change.LastDay
        where last is not null
        select new CalendarEntry(last.Value, $"{processor.DisplayName}: last day to object to a sub-processor", processor.Ref());

    private static IEnumerable<CalendarEntry> Attestations(ShopSnapshot shop) =>
        shop.Attestations.Where(attestation => attestation.StatedOn <= shop.AsOf)
            .GroupBy(attestation => attestation.RequirementId)
            .Select(answers => answers.MaxBy(attestation => (attestation.StatedOn, attestation.Id))!)
            .Select(latest => new CalendarEntry(latest.ValidUntil, $"{Regulations.Requirement(latest.RequirementId)?.Title ?? latest.RequirementId}: answer expires", latest.Ref()));

    private static IEnumerable<CalendarEntry> Notices(ShopSnapshot shop) =>
        from notice in shop.Notices
        let reviewed = notice.ReviewedOn
        where reviewed is not null
        select new CalendarEntry(reviewed.Value.MonthsLater(NoticeReviewMonths), $"{notice.DisplayName}: review", notice.Ref());

    private static IEnumerable<CalendarEntry> FrameworkEntries(ShopSnapshot shop) =>
        from flow in shop.ThirdCountryFlows
        from transfer in flow.Transfers
        where transfer.Mechanism == TransferMechanism.DataPrivacyFramework
        let entry = MechanismDefect.EntryOf(transfer, flow)
        let verified = entry?.VerifiedOn
        where verified is not null
        let vendor = flow.Vendors.First(vendor => ReferenceEquals(vendor.DataPrivacyFramework, entry))
        select new CalendarEntry(verified.Value.MonthsLater(FrameworkEntriesAreChecked.CheckMonths), $"{transfer.Importer}: check DPF entry", vendor.Ref());

    private static IEnumerable<CalendarEntry> Assessments(ShopSnapshot shop) =>
        from flow in shop.ThirdCountryFlows
        from transfer in flow.Transfers
        where transfer.Mechanism.NeedsImpactAssessment()
        let latest = TransferImpactIsAssessed.Latest(transfer, shop)
        where latest is not null
        select new CalendarEntry(TransferImpactIsAssessed.LastDay(latest), $"{flow.Importer}: transfer impact assessment ends", latest.Ref());

    private static IEnumerable<CalendarEntry> AdequacyDecisions(ShopSnapshot shop) =>
        from flow in shop.ThirdCountryFlows
        from transfer in flow.Transfers
        where transfer.Mechanism is TransferMechanism.Adequacy or TransferMechanism.DataPrivacyFramework
        let decision = Law.AdequacyDecisions.For(flow.Country, flow.Importer).FirstOrDefault(decision => decision.From <= shop.AsOf && !(decision.To < shop.AsOf))
        let last = decision?.To
        where last is not null
        select new CalendarEntry(last.Value, $"{Country.NameOf(flow.Country)}: adequacy decision ends", null);

    private static IEnumerable<CalendarEntry> LegalParameterChanges(ShopSnapshot shop) =>
        LegalParameters.All.Select(parameter => parameter.Code).Distinct()
            .Where(code => Concerns(code, shop))
            .Select(code => (Code: code, Day: LegalParameters.NextChange(code, shop.AsOf)))
            .Where(change => change.Day is not null)
            .Select(change => new CalendarEntry(change.Day!.Value, TextOf(change.Code), null));

    private static bool Concerns(string code, ShopSnapshot shop)
    {
        var gate = code switch
        {
            _ when code.StartsWith("GDPR.", StringComparison.Ordinal) => Gates.Gdpr(shop),
            _ when code.StartsWith("UKGDPR.", StringComparison.Ordinal) || code.StartsWith("PECR.", StringComparison.Ordinal) => Gates.UnitedKingdom(shop),
            _ => Gates.Ccpa(shop),
        };
        return gate.Applies == Answer.Yes;
    }

    private static string TextOf(string code) => code switch
    {
        _ when code.StartsWith("CCPA.FINE", StringComparison.Ordinal) => "California: new fine amounts",
        _ when code.StartsWith("CCPA.BREACH", StringComparison.Ordinal) => "California: new damages for breaches",
        _ when code.StartsWith("CCPA", StringComparison.Ordinal) => "California: new thresholds",
        _ when code.StartsWith("CYBER", StringComparison.Ordinal) => "California: new thresholds for cybersecurity audits",
        _ when code.StartsWith("GDPR", StringComparison.Ordinal) => "GDPR: new fine amounts",
        _ => "United Kingdom: new fine amounts",
    };

    private static IEnumerable<CalendarEntry> Appointments(ShopSnapshot shop) =>
        from person in shop.People
        let last = person.EndsOn
        where last is not null
        select new CalendarEntry(last.Value, $"{person.DisplayName}: appointment ends", person.Ref());
}
