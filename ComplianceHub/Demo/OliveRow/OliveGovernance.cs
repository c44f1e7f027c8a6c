using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Demo.OliveRow;

/// <summary>Notice, consent, assessments, people and statements of Olive Row.</summary>
internal static class OliveGovernance
{
    public static void AddTo(OliveShop olive, OliveActivities activities)
    {
        olive.Records.Add(
            new Notice
            {
                Kind = NoticeKind.PrivacyNotice, Title = "Privacyverklaring", EditionLabel = "v3", Url = "https://www.olive-row.example/privacy",
                PublishedOn = OliveShop.ReviewDay, ReviewedOn = OliveShop.ReviewDay, Languages = ["nl", "fr"],
                Flags = [.. NoticeFlags.PrivacyNotice.Select(flag => new ClauseReview { Code = flag.Code, Finding = ClauseFinding.Present })],
                ActivityIds = [.. activities.ByCode.Values.Select(activity => activity.Id)],
            },
            olive.Shop);
        olive.Records.Add(
            new ConsentForm
            {
                Name = "Newsletter sign-up, double opt-in", Channel = "Website", WordingVersion = "2026-02", ActivityIds = [activities.ByCode["newsletter"].Id],
                StartsUnticked = Answer.Yes, IsSeparate = Answer.Yes, WithdrawalUrl = "https://www.olive-row.example/uitschrijven", ClicksToGive = 1, ClicksToWithdraw = 1,
            },
            olive.Shop);
        Assess("fraud");
        Assess("logs");
        AddPeopleAndMeasures(olive);
        StaffRecord.AddTo(olive.Records, olive.Business, OliveShop.Officer, OliveShop.ReviewDay);
        olive.State("GDPR-24", new(2026, 2, 9), "privacybeleid-2026.txt", "The owner approved the policy and the responsibilities.");
        olive.State("PCI-3-3-1", new(2026, 2, 9), "pci-saq-a-2026.txt", "Self-assessment questionnaire A; the payment provider's hosted fields are used.");

        void Assess(string code)
        {
            var activity = activities.ByCode[code];
            var file = olive.Records.Add(olive.Records.File($"belangenafweging-{code}.txt", OliveShop.ReviewDay), olive.Shop);
            olive.Records.Add(
                new Assessment
                {
                    Kind = AssessmentKind.LegitimateInterests, Title = $"Legitimate interests, {activity.Name}", ActivityIds = [activity.Id],
                    CompletedOn = OliveShop.ReviewDay, Outcome = AssessmentOutcome.Adequate, ApprovedBy = OliveShop.Officer,
                    Interest = "Safe payments and systems.", Necessity = "No milder means reach the purpose.", Balancing = "Customers expect it and can object.",
                    Safeguards = "Kept for one year, access for two people.", EvidenceId = file.Id,
                },
                olive.Shop);
        }
    }

    private static void AddPeopleAndMeasures(OliveShop olive)
    {
        olive.Records.Add(
            new ResponsiblePerson
            {
                Role = ResponsibleRole.PrivacyOwner, Name = OliveShop.Officer, Contact = "privacy@olive-row.example", Country = "NL", AppointedOn = new(2021, 5, 3),
            },
            olive.Shop);
        olive.Records.Add(
            new SecurityMeasure { Code = "T1", Name = "TLS 1.2 or higher", Status = MeasureStatus.Verified, VerifiedOn = OliveShop.ReviewDay }, olive.Shop);
    }
}
