using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Compliance;

/// <summary>One question of the profile: a fact that the gates read, what is asked for it, and why.</summary>
/// <param name="Text">The question.</param>
/// <param name="Why">What the answer decides, with the law.</param>
/// <param name="Read">Reads the answer.</param>
/// <param name="Write">Writes the answer.</param>
public sealed record ProfileQuestion(string Text, string Why, Func<ShopProfile, Answer> Read, Action<ShopProfile, Answer> Write)
{
    /// <summary>How many questions a profile answers; not knowing is no answer.</summary>
    public static int Answered(ShopProfile profile) => All.Count(question => question.Read(profile) != Answer.Unknown);

    /// <summary>The questions in the order in which they are asked.</summary>
    public static IReadOnlyList<ProfileQuestion> All { get; } =
    [
        new("Does the shop offer goods to people in the EEA?", "Currency, language, delivery or advertising for the EEA mean yes. It decides whether the GDPR applies, Art. 3(2)(a).", profile => profile.OffersToEea, (profile, answer) => profile.OffersToEea = answer),
        new("Does the shop monitor what people in the EEA do?", "Tracking visitors is monitoring, Art. 3(2)(b) GDPR.", profile => profile.MonitorsEea, (profile, answer) => profile.MonitorsEea = answer),
        new("Does the shop offer goods to people in the United Kingdom?", "Then the UK GDPR applies besides.", profile => profile.OffersToUnitedKingdom, (profile, answer) => profile.OffersToUnitedKingdom = answer),
        new("Does the shop do business in California?", "Selling to people there does. It decides, with the facts of the business, whether the CCPA applies, § 1798.140(d).", profile => profile.DoesBusinessInCalifornia, (profile, answer) => profile.DoesBusinessInCalifornia = answer),
        new("Does it sell online alone and deal directly with its customers?", "Then an e-mail address is enough for requests, § 1798.130(a)(1) CCPA.", profile => profile.ExclusivelyOnlineDirect, (profile, answer) => profile.ExclusivelyOnlineDirect = answer),
        new("Does the shop sell health, adult or religious goods?", "Who buys them reveals a special category, Art. 9 GDPR (C-21/23). It reminds; it fails nothing.", profile => profile.SellsRevealingGoods, (profile, answer) => profile.SellsRevealingGoods = answer),
        new("Does the shop take card payments?", "Then no card verification code may be kept, PCI DSS 3.3.1.", profile => profile.AcceptsCards, (profile, answer) => profile.AcceptsCards = answer),
        new("Does the shop process personal data for other controllers?", "Then it keeps a processor's record, Art. 30(2) GDPR.", profile => profile.ActsAsProcessor, (profile, answer) => profile.ActsAsProcessor = answer),
        new("Is the shop directed at children?", "Then consent of parents may be needed, Art. 8 GDPR.", profile => profile.ChildDirected, (profile, answer) => profile.ChildDirected = answer),
        new("Does the shop know of customers under 16?", "Then their data may not be sold or shared without opt-in, § 1798.120(c) CCPA.", profile => profile.ActualKnowledgeUnder16, (profile, answer) => profile.ActualKnowledgeUnder16 = answer),
        new("Does the shop know of customers under 13?", "Then a parent must opt in, § 1798.120(c) CCPA.", profile => profile.ActualKnowledgeUnder13, (profile, answer) => profile.ActualKnowledgeUnder13 = answer),
        new("Does the shop give discounts or points for personal information?", "A loyalty programme often does. Then a notice of financial incentive is needed, § 1798.125(b) CCPA.", profile => profile.HasFinancialIncentive, (profile, answer) => profile.HasFinancialIncentive = answer),
        new("Are data of 10 million consumers or more handled each year?", "Then yearly figures of requests are published, 11 CCR § 7102.", profile => profile.ConsumersTenMillion, (profile, answer) => profile.ConsumersTenMillion = answer),
    ];
}
