using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.TransferMechanism;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The thirteen flows to third countries of catalogue 12.2.</summary>
internal static class FableTransfers
{
    public static void AddTo(FableShop fable, FableDisclosures disclosures, FableAgreements agreements)
    {
        Disclosure[] shopify = [disclosures.OrdersToShopify, disclosures.AccountsToShopify, disclosures.LoyaltyToShopify];
        Add("Shopify Inc.", "CA", Adequacy, shopify).WithinAdequacyScope = Answer.Yes;
        Framework("Shopify (USA) Inc.", shopify);
        Framework("Stripe, Inc.", disclosures.PaymentToStripe, disclosures.PaymentToStripeItself, disclosures.FraudToStripe, disclosures.ReturnsToStripe);
        Add("Riskified Ltd", "IL", Adequacy, disclosures.FraudToRiskified).WithinAdequacyScope = Answer.Yes;
        Framework("Klaviyo, Inc.", disclosures.NewsletterToKlaviyo, disclosures.LoyaltyToKlaviyo);
        Framework("Google LLC", disclosures.AnalyticsToGoogle, disclosures.RetargetingToGoogleAds);
        var meta = Add("Meta Platforms, Inc.", "US", TransferMechanism.DataPrivacyFramework, disclosures.RetargetingToMeta);
        meta.FallbackAgreementId = agreements.MetaArrangement.Id;
        Framework("Zendesk, Inc.", disclosures.OrdersToZendesk, disclosures.ServiceToZendesk, disclosures.ReturnsToZendesk);
        Framework("Amazon Web Services, Inc.", disclosures.OrdersToAmazon, disclosures.AccountsToAmazon, disclosures.SecurityToAmazon);
        Framework("Cloudflare, Inc.", disclosures.SecurityToCloudflare);
        AddSizeFit();
        AddUps();
        Add("BPO Support Pvt Ltd", "IN", None, disclosures.ServiceToBpoSupport);

        Transfer Add(string importer, string country, TransferMechanism mechanism, params Disclosure[] serves) =>
            fable.Records.Add(
                new Transfer { Importer = importer, ImporterCountry = country, Mechanism = mechanism, DisclosureIds = [.. serves.Select(disclosure => disclosure.Id)] },
                fable.Shop);

        // The agreement with the processor incorporates the standard clauses, which step in if the framework falls.
        void Framework(string importer, params Disclosure[] serves)
        {
            var transfer = Add(importer, "US", TransferMechanism.DataPrivacyFramework, serves);
            transfer.FallbackInDataProcessingAgreement = true;
            transfer.FallbackAgreementId = agreements.ProcessorAgreements.First(agreement => agreement.Key.Id == serves[0].VendorId).Value.Id;
        }

        void AddSizeFit()
        {
            var transfer = Add("SizeFit AI, Inc.", "US", StandardContractualClauses, disclosures.RecommendationsToSizeFit);
            transfer.AgreementId = agreements.SizeFitClauses.Id;
            transfer.SccModule = SccModule.ControllerToProcessor;
            transfer.AnnexesFiled = [1, 2];
            var file = fable.Records.Add(fable.Records.File("sizefit-transfer-impact-assessment.txt", new(2025, 11, 12)), fable.Shop);
            fable.Records.Add(
                new Assessment
                {
                    Kind = AssessmentKind.TransferImpact,
                    Title = "Transfer impact assessment, SizeFit AI",
                    TransferIds = [transfer.Id],
                    CompletedOn = new(2025, 11, 12),
                    Outcome = AssessmentOutcome.AdequateWithMeasures,
                    ApprovedBy = "Jonas Adler",
                    EvidenceId = file.Id,
                },
                fable.Shop);
        }

        void AddUps()
        {
            var transfer = Add("UPS", "US", DerogationContract, disclosures.OrdersToUps);
            transfer.IsOccasional = Answer.Yes;
            transfer.DerogationNote = "11 express parcels in 12 months, each necessary for the contract with the buyer who chose express delivery; each has a note.";
        }
    }
}
