using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Demo.OliveRow;

/// <summary>Olive Row BV, Utrecht: oil and tableware for the Netherlands and Belgium; small and green (catalogue 12).</summary>
internal sealed class OliveShop
{
    public const string Officer = "Els van Dam";

    public static readonly DateOnly ReviewDay = new(2026, 2, 3);

    private OliveShop(DemoRecords records)
    {
        Records = records;
        Business = records.Add(new LegalEntity
        {
            Name = "Olive Row BV", Address = "Oudegracht 212, 3511 NR Utrecht, Netherlands", Contact = "privacy@olive-row.example", SeatCountry = "NL",
            Establishments = ["NL"], ForProfit = Answer.Yes, Employees = 8, PersonsConstantlyProcessing = 3, WorldwideTurnoverEur = 2_100_000m,
            CommonBrandParentIsBusiness = Answer.No,
        });
        Shop = records.Add(Storefront(), Business);
    }

    public DemoRecords Records { get; }

    public LegalEntity Business { get; }

    public Shop Shop { get; }

    public static void AddTo(DemoRecords records)
    {
        var olive = new OliveShop(records);
        var activities = OliveActivities.AddTo(olive);
        OliveThirdParties.AddTo(olive, activities);
        OliveGovernance.AddTo(olive, activities);
    }

    /// <summary>States something with a file, valid for a year.</summary>
    public void State(string requirement, DateOnly on, string fileName, string note)
    {
        var file = Records.Add(Records.File(fileName, on), Shop);
        Records.Add(
            new Attestation
            {
                RequirementId = requirement, Answer = AttestationAnswer.Yes, StatedBy = Officer, StatedOn = on, ValidUntil = on.AddYears(1), Note = note,
                EvidenceIds = [file.Id],
            },
            Shop);
    }

    private static Shop Storefront() => new()
    {
        Slug = "olive-row",
        Name = "Olive Row",
        Owner = Officer,
        Markets = ["NL", "BE"],
        Channels = [SalesChannel.Website],
        TimeZone = "Europe/Amsterdam",
        Profile = new()
        {
            OffersToEea = Answer.Yes,
            MonitorsEea = Answer.No,
            OffersToUnitedKingdom = Answer.No,
            DoesBusinessInCalifornia = Answer.No,
            ExclusivelyOnlineDirect = Answer.Yes,
            ChildDirected = Answer.No,
            ActualKnowledgeUnder16 = Answer.No,
            ActualKnowledgeUnder13 = Answer.No,
            HasFinancialIncentive = Answer.No,
            ConsumersTenMillion = Answer.No,
            AcceptsCards = Answer.Yes,
            ActsAsProcessor = Answer.No,
            NoDataProtectionOfficerNote = "3 Feb 2026: 8 people, 3 of them constantly processing; nothing on a large scale, no monitoring, no special categories.",
        },
    };
}
