using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Organisation;

/// <summary>The facts of a shop that decide which law applies (catalogue 1.1, 1.3). Every one starts as Unknown.</summary>
public sealed record ShopProfile
{
    /// <summary>Offers goods to people in the EEA (Art. 3(2)(a) GDPR): its currency, language, delivery or advertising reaches them.</summary>
    public Answer OffersToEea { get; set; }

    /// <summary>Monitors what people in the EEA do (Art. 3(2)(b) GDPR), for example by tracking visitors.</summary>
    public Answer MonitorsEea { get; set; }

    /// <summary>Offers goods to people in the United Kingdom (Art. 3(2) UK GDPR).</summary>
    public Answer OffersToUnitedKingdom { get; set; }

    /// <summary>Does business in California (§ 1798.140(d) CCPA).</summary>
    public Answer DoesBusinessInCalifornia { get; set; }

    /// <summary>Sells online alone and deals directly with its consumers (§ 1798.130(a)(1) CCPA).</summary>
    public Answer ExclusivelyOnlineDirect { get; set; }

    /// <summary>Is directed at children (Art. 8 GDPR).</summary>
    public Answer ChildDirected { get; set; }

    /// <summary>Knows of consumers under 16 (§ 1798.120(c) CCPA).</summary>
    public Answer ActualKnowledgeUnder16 { get; set; }

    /// <summary>Knows of consumers under 13 (§ 1798.120(c) CCPA).</summary>
    public Answer ActualKnowledgeUnder13 { get; set; }

    /// <summary>Offers a discount or points in exchange for personal information (§ 1798.125(b) CCPA).</summary>
    public Answer HasFinancialIncentive { get; set; }

    /// <summary>Handles the data of 10 million consumers or more a year (11 CCR § 7102).</summary>
    public Answer ConsumersTenMillion { get; set; }

    /// <summary>Sells health, adult or religious goods: who buys them reveals a special category (Art. 9 GDPR, C-21/23).</summary>
    public Answer SellsRevealingGoods { get; set; }

    /// <summary>Takes card payments (PCI DSS).</summary>
    public Answer AcceptsCards { get; set; }

    /// <summary>Processes personal data for other controllers (Art. 30(2) GDPR).</summary>
    public Answer ActsAsProcessor { get; set; }

    /// <summary>Why no data protection officer is needed (Art. 37 GDPR); empty when nobody wrote it down.</summary>
    [StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? NoDataProtectionOfficerNote { get; set; }

    /// <summary>The shop states that it uses no processors.</summary>
    public bool StatesNoProcessors { get; set; }

    /// <summary>The shop states that it keeps no record of processing.</summary>
    public bool StatesNoRecordKept { get; set; }
}
