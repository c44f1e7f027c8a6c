using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>What an entry of the record of processing leaves out, as far as controller's and processor's record share it (Art. 30(1), (2) GDPR).</summary>
internal static class RecordEntry
{
    /// <summary>Name and contact of the business, its representative and its data protection officer where required.</summary>
    public static IEnumerable<Defect> Business(string point, ShopSnapshot shop)
    {
        var business = shop.LegalEntity;
        if (string.IsNullOrWhiteSpace(business.Name) || (string.IsNullOrWhiteSpace(business.Contact) && string.IsNullOrWhiteSpace(business.Address)))
            yield return Hard("business", $"{point}: name and contact of the business are not recorded.") with { Record = business.Ref(), Repair = "contact" };
        if (RepresentativeDuty.Of(shop).Applies == Answer.Yes && !Held(shop, ResponsibleRole.EuRepresentative))
            yield return Hard("representative", $"{point}: the representative in the Union is not recorded.") with { Record = shop.Shop.Ref(), Action = FixAction.AddPerson, Repair = "representative" };
        if (DataProtectionOfficerDuty.Of(shop).Applies == Answer.Yes && !DataProtectionOfficerDuty.IsDesignated(shop))
            yield return Hard("officer", $"{point}: the data protection officer is not recorded.") with { Record = shop.Shop.Ref(), Action = FixAction.AddPerson, Repair = "officer" };
    }

    /// <summary>The third countries that data reach, each with its transfer.</summary>
    public static IEnumerable<Defect> Transfers(string point, ProcessingActivity activity, ShopSnapshot shop)
    {
        foreach (var disclosure in shop.DisclosuresOf(activity))
        {
            foreach (var flow in shop.ThirdCountryFlowsOf(disclosure).Where(flow => flow.Transfers.Count == 0))
                yield return Hard("transfer", $"{point}: “{activity.Name}” reaches {flow.Vendor.DisplayName} in {Country.NameOf(flow.Country)}, but no transfer is recorded.") with
                { Record = disclosure.Ref(), Action = FixAction.AddTransfer, Repair = "transfer" };
            foreach (var transfer in shop.TransfersOf(disclosure).Where(LacksSafeguards))
                yield return Hard("safeguards", $"{point}: the suitable safeguards of Art. 49(1) second subparagraph are not documented.") with { Record = transfer.Ref() };
        }
    }

    /// <summary>A general description of the security measures, where possible.</summary>
    public static bool HasMeasures(ProcessingActivity activity, ShopSnapshot shop) =>
        !string.IsNullOrWhiteSpace(activity.MeasuresText) || shop.Measures.Any(measure => measure.Status != MeasureStatus.Planned
            && ((measure.ActivityIds.Count == 0 && measure.SystemIds.Count == 0)
                || measure.ActivityIds.Contains(activity.Id)
                || measure.SystemIds.Exists(activity.SystemIds.Contains)));

    /// <summary>Whether the activity says what it is for.</summary>
    public static bool HasPurpose(ProcessingActivity activity) =>
        activity.Purposes.Exists(purpose => purpose.Kind is not null || !string.IsNullOrWhiteSpace(purpose.Text));

    private static bool LacksSafeguards(Transfer transfer) => transfer is { Mechanism: TransferMechanism.DerogationCompellingInterests, AgreementId: null }
        && string.IsNullOrWhiteSpace(transfer.DerogationNote);

    private static bool Held(ShopSnapshot shop, ResponsibleRole role) => shop.People.Any(person => person.Role == role && shop.Holds(person));

    private static Defect Hard(string key, FormattableString sentence) => new(FindingSeverity.Hard, key, sentence);
}
