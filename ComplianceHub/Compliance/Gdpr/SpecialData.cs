using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Data that Art. 27(2), 30(5) and 37(1) GDPR name together: special categories and criminal offences (Art. 9, 10).</summary>
internal static class SpecialData
{
    /// <summary>Whether an activity uses any.</summary>
    public static bool IsUsedBy(ProcessingActivity activity, ShopSnapshot shop) =>
        shop.ElementsOf(activity).Any(element => element.SpecialCategory is not null || element.IsCriminal);
}
