using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>
/// To whom the shop sells Californians' information or with whom it shares it for cross-context behavioural advertising
/// (G-SELL and G-SHARE of catalogue 1.3). A recipient that claims to be a service provider without a contract that makes
/// it one is a possible sale or sharing (11 CCR § 7050(e)).
/// </summary>
public sealed record SaleAndSharing
{
    /// <summary>Disclosures that are recorded as a sale or as sharing.</summary>
    public required IReadOnlyList<Disclosure> SoldOrShared { get; init; }

    /// <summary>Disclosures to claimed service providers and contractors without an in-force contract with S1 to S10.</summary>
    public required IReadOnlyList<Disclosure> Possible { get; init; }

    /// <summary>The other disclosures of which nobody decided whether they are a sale or sharing.</summary>
    public required IReadOnlyList<Disclosure> Undecided { get; init; }

    /// <summary>Whether anything is sold or shared, possible sales included; unknown while a disclosure is undecided.</summary>
    public required Gate Gate { get; init; }

    /// <summary>Looks at the disclosures that are going on.</summary>
    public static SaleAndSharing Of(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        List<Disclosure> reaching = [.. shop.CalifornianDisclosures.Where(ReachesCalifornians)];
        List<Disclosure> soldOrShared = reaching.FindAll(IsSoldOrShared);
        List<Disclosure> possible = reaching.FindAll(disclosure => !IsSoldOrShared(disclosure) && IsPossible(shop, disclosure));
        List<Disclosure> undecided = reaching.FindAll(disclosure => IsUndecided(disclosure) && !possible.Contains(disclosure));
        return new()
        {
            SoldOrShared = soldOrShared,
            Possible = possible,
            Undecided = undecided,
            Gate = Decide(shop, soldOrShared, possible, undecided),
        };
    }

    /// <summary>Whether a disclosure is recorded as a sale or as sharing.</summary>
    public static bool IsSoldOrShared(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.IsSale == Answer.Yes || disclosure.IsCrossContextAdvertising == Answer.Yes;
    }

    /// <summary>Whether data of Californians go with a disclosure of an activity about them; a note must say why none do.</summary>
    public static bool ReachesCalifornians(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.CcpaRole != CcpaRole.NoCaliforniaData || string.IsNullOrWhiteSpace(disclosure.CcpaRoleNote);
    }

    /// <summary>Whether the recipient claims a role that the law gives only to those bound by a contract (§ 1798.140(j), (ag)).</summary>
    public static bool ClaimsServiceProvider(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.CcpaRole is CcpaRole.ServiceProvider or CcpaRole.Contractor;
    }

    // S1 to S10 are the terms of § 7051(a); a point that nobody reviewed is a soft finding of CCPA-7051, not a sale.
    private static bool IsPossible(ShopSnapshot shop, Disclosure disclosure) =>
        ClaimsServiceProvider(disclosure)
        && (shop.Vendor(disclosure.VendorId) is not { } vendor
            || shop.InForce(vendor, AgreementKind.ServiceProviderContract) is not { } contract
            || ClauseSets.ServiceProviderTerms.Any(clause => contract.FindingOf(clause.Code) == ClauseFinding.Absent));

    private static bool IsUndecided(Disclosure disclosure) =>
        !IsSoldOrShared(disclosure) && (disclosure.IsSale == Answer.Unknown || disclosure.IsCrossContextAdvertising == Answer.Unknown);

    private static Gate Decide(ShopSnapshot shop, List<Disclosure> soldOrShared, List<Disclosure> possible, List<Disclosure> undecided)
    {
        if (soldOrShared.Count > 0)
            return Gate.Yes(Sentences.Ended($"Personal information is sold to or shared with {Recipients.Named(shop, soldOrShared)}"));
        if (possible.Count > 0)
            return Gate.Yes($"Possible sale or sharing: {Recipients.Named(shop, possible)} has no service-provider contract (§ 7050(e)).");
        if (undecided.Count > 0)
            return Gate.Unknown($"Is it a sale, or sharing for cross-context advertising, to give data to {Recipients.Named(shop, undecided)}?");
        return Recipients.OpenQuestions(shop) is { Count: > 0 } open
            ? Gate.Unknown(open)
            : Gate.No($"Nothing is sold or shared; {shop.CalifornianDisclosures.Count} disclosures of Californians' information checked.");
    }
}
