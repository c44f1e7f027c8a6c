using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Components;

/// <summary>
/// The way from an empty installation to the first readiness. Nothing remembers it: each step is done when the
/// registers hold what it is for, whoever recorded it, by hand or by an import.
/// </summary>
public static class FirstSteps
{
    private const string Shop = "Legal entity and shop";
    private const string Profile = "Where you sell and to whom";
    private const string Activities = "What you do with personal data";
    private const string Recipients = "Who receives it";
    private const string Rules = "Agreements and retention";

    private const string OfProfile = "The answers decide which laws apply. “I do not know” is a fine answer; it stays an open question.";
    private const string OfActivities = "The usual ones of a shop: orders, payments, newsletter, returns.";
    private const string OfRecipients = "Your shop platform, payment, host, parcel service, e-mail tool.";
    private const string OfRules = "File the agreements you have; say how long data is kept.";

    /// <summary>The steps of an installation without a shop.</summary>
    /// <param name="mayAdd">Whether the reader may add one.</param>
    public static IReadOnlyList<FirstStep> WithoutShop(bool mayAdd) =>
    [
        new(Shop, "The company that decides about the data, and the brand or storefront that customers know.", "2 minutes")
        {
            Href = mayAdd ? HubUrls.NewShop : null,
            Action = "Add the first shop",
        },
        new(Profile, OfProfile, "4 minutes"),
        new(Activities, OfActivities, "10 minutes"),
        new(Recipients, OfRecipients, "10 minutes"),
        new(Rules, OfRules, "15 minutes"),
    ];

    /// <summary>The steps of a shop.</summary>
    /// <param name="shop">Its registers.</param>
    /// <param name="readsGroup">Whether the reader may open the legal entity.</param>
    public static IReadOnlyList<FirstStep> Of(ShopSnapshot shop, bool readsGroup)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return [Entity(shop, readsGroup), Questions(shop), Purposes(shop), Parties(shop), Papers(shop)];
    }

    /// <summary>Whether every step is done.</summary>
    public static bool AreDone(IReadOnlyList<FirstStep> steps) => steps.All(step => step.IsDone);

    private static FirstStep Entity(ShopSnapshot shop, bool readsGroup) =>
        new(Shop, shop.LegalEntity.SeatCountry is { } seat ? $"{shop.LegalEntity.Name}, {Country.NameOf(seat)}" : $"{shop.LegalEntity.Name}, seat not recorded", "2 minutes")
        {
            IsDone = true,
            Href = readsGroup ? HubUrls.Register(RegisterNames.LegalEntities, record: shop.LegalEntity.Id) : null,
        };

    // One answer is enough: who has come so far has seen them all, and what stays open is asked by the checklist.
    private static FirstStep Questions(ShopSnapshot shop)
    {
        var (answered, all) = (ProfileQuestion.Answered(shop.Shop.Profile), ProfileQuestion.All.Count);
        var sentence = answered == 0 ? OfProfile
            : answered == all ? $"All {all} questions are answered."
            : $"{answered} of {all} questions are answered; the others stay open questions.";
        return new(Profile, sentence, "4 minutes")
        {
            IsDone = answered > 0,
            Href = HubUrls.Profile(shop.Shop.Slug),
            Action = $"Answer {all} questions",
            Why = "Whether the GDPR and the CCPA apply, and which of their duties, hangs on facts that only you know. Under each question stands what its answer decides, and you can change it at any time.",
        };
    }

    // A draft counts for no requirement, so it ends no step either.
    private static FirstStep Purposes(ShopSnapshot shop)
    {
        var step = new FirstStep(Activities, OfActivities, "10 minutes") { Action = "Record the first activity" };
        var counting = shop.Activities.Count(activity => activity.Status == ActivityStatus.Active);
        return counting == 0 && shop.Activities is [var draft, ..]
            ? step with
            {
                Sentence = $"“{draft.Name}” is a draft. Only active activities count: complete it, then set its status to active.",
                Href = HubUrls.Register(RegisterNames.Activities, shop.Shop.Slug, draft.Id),
                Action = "Complete the activity",
            }
            : Records(shop, RegisterNames.Activities, counting, step, "activity", "activities");
    }

    private static FirstStep Parties(ShopSnapshot shop) => shop.Vendors.Count == 0 && shop.Shop.Profile.StatesNoProcessors
        ? new(Recipients, "The shop states that it uses no processors.", "10 minutes") { IsDone = true, Href = HubUrls.Profile(shop.Shop.Slug) }
        : Records(shop, RegisterNames.ThirdParties, shop.Vendors.Count, new(Recipients, OfRecipients, "10 minutes") { Action = "Record the first third party" }, "third party", "third parties");

    private static FirstStep Papers(ShopSnapshot shop)
    {
        var step = new FirstStep(Rules, OfRules, "15 minutes");
        var hasAgreements = shop.Agreements.Count > 0 || (shop.Vendors.Count == 0 && shop.Shop.Profile.StatesNoProcessors);
        return (hasAgreements, shop.RetentionRules.Count > 0) switch
        {
            (false, _) => Records(shop, RegisterNames.Agreements, 0, step with { Action = "File the first agreement" }, "", ""),
            (true, false) => Records(shop, RegisterNames.Retention, 0, step with
            {
                Sentence = $"{Counted(shop.Agreements.Count, "agreement is", "agreements are")} filed. Now say how long data is kept.",
                Action = "Record the first retention rule",
            }, "", ""),
            _ => step with
            {
                IsDone = true,
                Sentence = $"{Counted(shop.Agreements.Count, "agreement", "agreements")}, {Counted(shop.RetentionRules.Count, "retention rule", "retention rules")}.",
                Href = HubUrls.Register(RegisterNames.Retention, shop.Shop.Slug),
            },
        };
    }

    private static FirstStep Records(ShopSnapshot shop, string register, int count, FirstStep open, string one, string many) => count == 0
        ? open with { Href = HubUrls.NewRecord(register, shop.Shop.Slug) }
        : open with { IsDone = true, Sentence = $"{Counted(count, one, many)} recorded.", Href = HubUrls.Register(register, shop.Shop.Slug) };

    private static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";
}
