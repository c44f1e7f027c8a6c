using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>Which law applies to a shop (catalogue 1.3). A missing fact leaves a gate unknown, never closed.</summary>
public static class Gates
{
    /// <summary>G-GDPR: established in the EEA (Art. 3(1)), or offering to or monitoring people there (Art. 3(2)).</summary>
    public static Gate Gdpr(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return shop.Index.Gate(nameof(Gdpr), DecideGdpr);
    }

    /// <summary>G-UK: established in the United Kingdom or offering to people there.</summary>
    public static Gate UnitedKingdom(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return shop.Index.Gate(nameof(UnitedKingdom), DecideUnitedKingdom);
    }

    /// <summary>G-CCPA: a business under § 1798.140(d).</summary>
    public static Gate Ccpa(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return shop.Index.Gate(nameof(Ccpa), BusinessUnderCcpa.Decide);
    }

    /// <summary>G-PROC: processes for other controllers.</summary>
    public static Gate ActsAsProcessor(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        if (shop.Shop.Profile.ActsAsProcessor == Answer.Yes)
            return Gate.Yes("The shop states that it processes data for other controllers.");
        if (shop.Activities.FirstOrDefault(activity => activity.OurRole == ControllerRole.Processor) is { } activity)
            return Gate.Yes($"“{activity.Name}” is processed for another controller.");
        return shop.Shop.Profile.ActsAsProcessor == Answer.No
            ? Gate.No("The shop does not process data for others.")
            : Gate.Unknown("Does the shop process personal data for other controllers?");
    }

    private static Gate DecideGdpr(ShopSnapshot shop)
    {
        var profile = shop.Shop.Profile;
        if (shop.Establishments.FirstOrDefault(Eea.Contains) is { } country)
            return Gate.Yes($"The business is established in {Country.NameOf(country)} (Art. 3(1)).");
        if (profile.OffersToEea == Answer.Yes)
            return Gate.Yes("The shop offers goods to people in the EEA (Art. 3(2)(a)).");
        if (profile.MonitorsEea == Answer.Yes)
            return Gate.Yes("The shop monitors people in the EEA (Art. 3(2)(b)).");
        if (shop.Establishments.Count > 0 && profile is { OffersToEea: Answer.No, MonitorsEea: Answer.No })
            return Gate.No("GDPR does not apply: the business has no establishment in the EEA, offers nothing there and monitors nobody there.");
        return Gate.Unknown(
        [
            .. Ask(shop.Establishments.Count == 0, "In which countries is the business established?"),
            .. Ask(profile.OffersToEea == Answer.Unknown, "Does the shop offer goods to people in the EEA?"),
            .. Ask(profile.MonitorsEea == Answer.Unknown, "Does the shop monitor what people in the EEA do, for example by tracking?"),
        ]);
    }

    private static Gate DecideUnitedKingdom(ShopSnapshot shop)
    {
        if (shop.Establishments.Contains("GB"))
            return Gate.Yes("The business is established in the United Kingdom.");
        return (shop.Shop.Profile.OffersToUnitedKingdom, shop.Establishments.Count) switch
        {
            (Answer.Yes, _) => Gate.Yes("The shop offers goods to people in the United Kingdom."),
            (Answer.No, > 0) => Gate.No("The business is not established in the United Kingdom and offers nothing there."),
            (Answer.No, _) => Gate.Unknown("In which countries is the business established?"),
            _ => Gate.Unknown("Does the shop offer goods to people in the United Kingdom?"),
        };
    }

    private static IEnumerable<string> Ask(bool missing, string question) => missing ? [question] : [];
}
