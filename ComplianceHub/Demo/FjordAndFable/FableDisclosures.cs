using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.CcpaRole;
using static ComplianceHub.Domain.Registers.RecipientRole;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The 35 disclosures of catalogue 12.2, each with the recipient's role in it.</summary>
internal sealed class FableDisclosures
{
    private static readonly DateOnly SinceStart = new(2023, 1, 9);
    private static readonly DateOnly SinceMarch = new(2026, 3, 4);
    private const string BuyerChooses = "The buyer chooses it at checkout and directs the disclosure.";

    private readonly FableShop _fable;

    public FableDisclosures(FableShop fable, FableActivities activities, FableThirdParties parties)
    {
        _fable = fable;
        var orders = activities.Orders;
        OrdersToShopify = Serve(orders, parties.Shopify, "Shop platform");
        OrdersToAmazon = Serve(orders, parties.AmazonWebServices, "Hosting of order data");
        Serve(orders, parties.PickPack, "Picking, labels and returns");
        Control(orders, parties.DhlPaket, "Parcel delivery", null);
        OrdersToUps = Control(orders, parties.Ups, "Express parcels", ConsumerDirected, "The buyer picks express delivery and directs the disclosure.");
        OrdersToZendesk = Serve(orders, parties.Zendesk, "Order questions");
        PaymentToStripe = Serve(activities.Payment, parties.Stripe, "Card payments");
        PaymentToStripeItself = Control(activities.Payment, parties.Stripe, "Stripe's own fraud and compliance duties", ConsumerDirected, BuyerChooses);
        Control(activities.Payment, parties.PayPal, "PayPal payments", ConsumerDirected, BuyerChooses);
        Control(activities.Payment, parties.Klarna, "Pay later", ConsumerDirected, BuyerChooses);
        FraudToStripe = Serve(activities.Fraud, parties.Stripe, "Fraud signals (Radar)");
        FraudToRiskified = Serve(activities.Fraud, parties.Riskified, "Fraud scoring");
        AccountsToShopify = Serve(activities.Accounts, parties.Shopify, "Account data");
        AccountsToAmazon = Serve(activities.Accounts, parties.AmazonWebServices, "Hosting of account data");
        NewsletterToKlaviyo = Serve(activities.Newsletter, parties.Klaviyo, "Sending of e-mails");
        RetargetingToMeta = Share(activities.Retargeting, parties.Meta, "Pixel and conversions", JointController);
        RetargetingToGoogleAds = Share(activities.Retargeting, parties.GoogleAds, "Advertising audiences", IndependentController);
        Share(activities.Retargeting, parties.Criteo, "Retargeting", JointController);
        Serve(activities.Recommendations, parties.Nosto, "Recommendations");
        RecommendationsToSizeFit = Serve(activities.Recommendations, parties.SizeFit, "Size advice");
        AnalyticsToGoogle = Serve(activities.Analytics, parties.GoogleAnalytics, "Web analytics");
        Serve(activities.Analytics, parties.Hotjar, "Session replay", SinceMarch);
        ServiceToZendesk = Serve(activities.CustomerService, parties.Zendesk, "Tickets and chats");
        ServiceToBpoSupport = Serve(activities.CustomerService, parties.BpoSupport, "Agents answer tickets", SinceMarch);
        Serve(activities.Reviews, parties.Trustpilot, "Invitations to review");
        Control(activities.Reviews, parties.Trustpilot, "Published reviews", ConsumerDirected, "The buyer writes the review for publication.");
        LoyaltyToShopify = Serve(activities.Loyalty, parties.Shopify, "Points balance");
        LoyaltyToKlaviyo = Serve(activities.Loyalty, parties.Klaviyo, "Mails to members");
        Control(activities.Returns, parties.DhlPaket, "Return parcels", null);
        ReturnsToStripe = Serve(activities.Returns, parties.Stripe, "Refunds");
        ReturnsToZendesk = Serve(activities.Returns, parties.Zendesk, "Complaints");
        Serve(activities.Accounting, parties.Datev, "Bookkeeping", role: null);
        Serve(activities.Recruitment, parties.Personio, "Applicant tracking");
        SecurityToAmazon = Serve(activities.Security, parties.AmazonWebServices, "Log archive");
        SecurityToCloudflare = Serve(activities.Security, parties.Cloudflare, "Protection against attacks");
    }

    public Disclosure OrdersToShopify { get; }
    public Disclosure OrdersToAmazon { get; }
    public Disclosure OrdersToUps { get; }
    public Disclosure OrdersToZendesk { get; }
    public Disclosure PaymentToStripe { get; }
    public Disclosure PaymentToStripeItself { get; }
    public Disclosure FraudToStripe { get; }
    public Disclosure FraudToRiskified { get; }
    public Disclosure AccountsToShopify { get; }
    public Disclosure AccountsToAmazon { get; }
    public Disclosure NewsletterToKlaviyo { get; }
    public Disclosure RetargetingToMeta { get; }
    public Disclosure RetargetingToGoogleAds { get; }
    public Disclosure RecommendationsToSizeFit { get; }
    public Disclosure AnalyticsToGoogle { get; }
    public Disclosure ServiceToZendesk { get; }
    public Disclosure ServiceToBpoSupport { get; }
    public Disclosure LoyaltyToShopify { get; }
    public Disclosure LoyaltyToKlaviyo { get; }
    public Disclosure ReturnsToStripe { get; }
    public Disclosure ReturnsToZendesk { get; }
    public Disclosure SecurityToAmazon { get; }
    public Disclosure SecurityToCloudflare { get; }

    private Disclosure Serve(ProcessingActivity activity, Vendor vendor, string description, DateOnly? since = null, CcpaRole? role = CcpaRole.ServiceProvider) =>
        Add(activity, vendor, description, Processor, role, null, Answer.No, since);

    private Disclosure Control(ProcessingActivity activity, Vendor vendor, string description, CcpaRole? role, string? note = null) =>
        Add(activity, vendor, description, IndependentController, role, note, Answer.No, null);

    private Disclosure Share(ProcessingActivity activity, Vendor vendor, string description, RecipientRole role) =>
        Add(activity, vendor, description, role, ThirdParty, null, Answer.Yes, null);

    private Disclosure Add(
        ProcessingActivity activity, Vendor vendor, string description, RecipientRole gdprRole, CcpaRole? ccpaRole, string? note, Answer shares, DateOnly? since)
    {
        var disclosure = new Disclosure
        {
            ActivityId = activity.Id,
            VendorId = vendor.Id,
            Description = description,
            ElementIds = [.. activity.ElementIds],
            GdprRole = gdprRole,
            CcpaRole = ccpaRole,
            CcpaRoleNote = note,
            IsSale = Answer.No,
            IsCrossContextAdvertising = shares,
            BusinessPurposes = shares == Answer.Yes ? [] : [BusinessPurpose.PerformingServices],
            Since = since ?? SinceStart,
        };
        return activity.ShopId is null
            ? _fable.Records.AddForGroup(disclosure, _fable.Business)
            : _fable.Records.Add(disclosure, _fable.Shop);
    }
}
