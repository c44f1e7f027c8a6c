using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Demo.OliveRow;

/// <summary>Five fictional processors of Olive Row with complete agreements, and two independent controllers.</summary>
internal static class OliveThirdParties
{
    public static void AddTo(OliveShop olive, OliveActivities activities)
    {
        Processor("Havenhost BV", "NL", "Hosting", "orders", "accounts", "logs");
        Processor("Winkelkern BV", "NL", "Shop platform", "orders", "returns");
        Processor("Postduif Mail BV", "NL", "Sending of e-mails", "newsletter");
        Processor("Loket Desk GmbH", "DE", "Tickets", "service");
        // Planted: the due diligence is older than 24 months.
        Processor("Boekhuis BV", "NL", "Bookkeeping", "accounting").DueDiligence.On = new(2024, 9, 30);
        Controller("Mollie B.V.", "Payments", "payment", "fraud");
        Controller("PostNL", "Parcel delivery", "orders", "returns");

        Vendor Processor(string name, string country, string description, params string[] uses)
        {
            var report = olive.Records.Add(olive.Records.File($"{name.Split(' ')[0].ToLowerInvariant()}-questionnaire.txt", OliveShop.ReviewDay), olive.Shop);
            var vendor = Vendor(name, country);
            vendor.UsesSubProcessors = Answer.No;
            vendor.SubProcessorsCheckedOn = OliveShop.ReviewDay;
            vendor.DueDiligence = new() { On = OliveShop.ReviewDay, Outcome = DueDiligenceOutcome.Acceptable, EvidenceIds = [report.Id] };
            Sign(vendor);
            Disclose(vendor, description, RecipientRole.Processor, uses);
            return vendor;
        }

        void Controller(string name, string description, params string[] uses) =>
            Disclose(Vendor(name, "NL"), description, RecipientRole.IndependentController, uses);

        Vendor Vendor(string name, string country) =>
            olive.Records.Add(new Vendor { LegalName = name, Country = country, Owner = OliveShop.Officer, ReviewedOn = OliveShop.ReviewDay }, olive.Shop);

        void Disclose(Vendor vendor, string description, RecipientRole role, string[] uses)
        {
            foreach (var activity in uses.Select(code => activities.ByCode[code]))
                olive.Records.Add(
                    new Disclosure
                    {
                        ActivityId = activity.Id, VendorId = vendor.Id, Description = description, ElementIds = [.. activity.ElementIds], GdprRole = role,
                        CcpaRole = CcpaRole.NoCaliforniaData, CcpaRoleNote = "The shop delivers to the Netherlands and Belgium alone.", IsSale = Answer.No,
                        IsCrossContextAdvertising = Answer.No, Since = new(2021, 5, 3),
                    },
                    olive.Shop);
        }

        void Sign(Vendor vendor)
        {
            var file = olive.Records.Add(olive.Records.File($"{vendor.LegalName.Split(' ')[0].ToLowerInvariant()}-verwerkersovereenkomst.txt", new(2024, 2, 1)), olive.Shop);
            olive.Records.Add(
                new Agreement
                {
                    VendorId = vendor.Id,
                    Kind = AgreementKind.DataProcessingAgreement,
                    Title = $"Data processing agreement, {vendor.LegalName}",
                    Signed = true,
                    SignedOn = new(2024, 1, 29),
                    EffectiveFrom = new(2024, 2, 1),
                    EvidenceId = file.Id,
                    Clauses = [.. ClauseSets.Of(AgreementKind.DataProcessingAgreement).Select(clause => new ClauseReview { Code = clause.Code, Finding = ClauseFinding.Present })],
                    SubProcessorAuthorisation = SubProcessorAuthorisation.General,
                    SubProcessorNoticeDays = 30,
                    BreachNoticeHours = 24,
                    ReviewedBy = OliveShop.Officer,
                    Owner = OliveShop.Officer,
                    ReviewedOn = OliveShop.ReviewDay,
                },
                olive.Shop);
        }
    }
}
