using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.DataSource;
using static ComplianceHub.Domain.Registers.DataSubjectCategory;
using static ComplianceHub.Domain.Registers.LawfulBasis;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The fifteen activities of catalogue 12.1, A1 to A15. A13 to A15 are the group's.</summary>
internal sealed class FableActivities
{
    private static readonly DateOnly Reviewed = new(2026, 6, 30);
    private static readonly DateOnly ReviewedLongAgo = new(2025, 10, 20);
    private static readonly DateOnly ServiceOutsourced = new(2026, 3, 4);

    private readonly FableShop _fable;

    public FableActivities(FableShop fable, FableData data)
    {
        _fable = fable;
        Orders = Own("Order fulfilment and delivery", [Customers], [Subject], [data.Name, data.Address, data.Email, data.Phone, data.Basket]);
        Add(Orders, "orders", PurposeKind.OrderFulfilment, "Deliver what the customer has ordered.", Contract);
        Payment = Own("Payment processing", [Customers], [Subject], [data.CardToken, data.CardLastFour, data.Iban, data.ChargebackEvidence]);
        Add(Payment, "payment", PurposeKind.Payment, "Take the payment for an order and settle disputes about it.", Contract);
        Fraud = Own("Fraud prevention", [Customers], [Observed, Inferred], [data.Device, data.IpAddress, data.OrderPattern, data.FraudScore]);
        Fraud.Profiling = Answer.Yes;
        Add(Fraud, "fraud", PurposeKind.FraudPrevention, "Keep the shop and its customers from payment fraud.", LegitimateInterests);
        Accounts = Own("Customer accounts", [Customers], [Subject], [data.LogIn, data.PasswordHash, data.OrderHistory]);
        Add(Accounts, "accounts", PurposeKind.CustomerAccounts, "Give customers an account with their orders.", Contract);
        Newsletter = Own("E-mail newsletter", [Subscribers, Customers], [Subject, Observed], [data.Email, data.OpensAndClicks, data.SuppressionHash]);
        Add(Newsletter, "newsletter", PurposeKind.Marketing, "Send news and offers to people who subscribed.", Consent);
        Add(Newsletter, "buyer-mails", PurposeKind.SoftOptIn, "Tell buyers about similar products of the shop.", LegitimateInterests);
        Retargeting = Own("Retargeting and paid social", [Visitors], [Observed], [data.AdIdentifiers, data.HashedEmail, data.AdViews]);
        Retargeting.LargeScale = Retargeting.SystematicMonitoring = Answer.Yes;
        Retargeting.InitiatedOn = new(2023, 4, 3);
        Add(Retargeting, "retargeting", PurposeKind.Retargeting, "Show visitors advertising for products they looked at.", Consent);
        Recommendations = Own("Personalised recommendations", [Visitors, Customers], [Observed, Inferred], [data.ProductViews, data.RecommendationOrders]);
        Recommendations.Profiling = Answer.Yes;
        Add(Recommendations, "recommendations", PurposeKind.Recommendations, "Show products that fit on the shop's own pages.", LegitimateInterests);
        Analytics = Own("Web analytics and session replay", [Visitors], [Observed], [data.AnalyticsCookie, data.AnalyticsIp, data.Clicks, data.SessionReplay]);
        Analytics.LargeScale = Analytics.SystematicMonitoring = Answer.Yes;
        Analytics.LastMaterialChangeOn = ServiceOutsourced;
        Add(Analytics, "analytics", PurposeKind.Analytics, "See how the shop is used, to improve it.", Consent);
        CustomerService = Own("Customer service", [Customers], [Subject], [data.Tickets]);
        CustomerService.LastMaterialChangeOn = ServiceOutsourced;
        Add(CustomerService, "service", PurposeKind.CustomerService, "Answer questions about orders and products.", Contract);
        Reviews = Old(Own("Product reviews", [Reviewers], [Subject], [data.DisplayName, data.Review]));
        Add(Reviews, "reviews", PurposeKind.Reviews, "Invite buyers to review and publish what they write.", LegitimateInterests);
        Loyalty = Old(Own("Loyalty programme “Fable Points”", [Customers], [Subject], [data.LoyaltyAccount, data.Points, data.Birthday]));
        Add(Loyalty, "loyalty", PurposeKind.Loyalty, "Credit points for orders and let members redeem them.", Contract);
        Returns = Old(Own("Returns, warranty, complaints", [Customers], [Subject], [data.ReturnedOrder, data.RefundAccount]));
        Add(Returns, "returns", PurposeKind.Returns, "Take goods back, repair, replace or refund them.", Contract);
        AddLegal(Returns, "credit-notes", PurposeKind.Accounting, "Keep the credit notes that tax law asks for.", "§ 147 AO", "DE");
        Accounting = Old(Group("Accounting and tax", [Customers, BusinessContacts], [Subject], [data.Invoices, data.Books]));
        AddLegal(Accounting, "books", PurposeKind.Accounting, "Keep the books that commercial and tax law ask for.", "§ 147 AO, § 257 HGB", "DE");
        AddLegal(Accounting, "one-stop-shop", PurposeKind.Accounting, "Keep the records of the VAT One-Stop-Shop.", "Art. 63c Reg. (EU) 282/2011", "EU");
        Recruitment = Old(Group("Recruitment", [Applicants], [Subject], [data.CurriculumVitae, data.ApplicantContact]));
        Add(Recruitment, "recruitment", PurposeKind.Recruitment, "Choose new colleagues, at the applicants' request.", Contract);
        Security = Old(Group("IT security, logs, consent records", [Visitors, Customers], [Observed, Subject], [data.SecurityLogs, data.ConsentRecords]));
        Add(Security, "security", PurposeKind.Security, "Find and stop attacks on the shop.", LegitimateInterests);
        AddLegal(Security, "proof", PurposeKind.ProofOfCompliance, "Prove consents and answered requests.", "Art. 7(1) GDPR", "EU");
    }

    public ProcessingActivity Orders { get; }
    public ProcessingActivity Payment { get; }
    public ProcessingActivity Fraud { get; }
    public ProcessingActivity Accounts { get; }
    public ProcessingActivity Newsletter { get; }
    public ProcessingActivity Retargeting { get; }
    public ProcessingActivity Recommendations { get; }
    public ProcessingActivity Analytics { get; }
    public ProcessingActivity CustomerService { get; }
    public ProcessingActivity Reviews { get; }
    public ProcessingActivity Loyalty { get; }
    public ProcessingActivity Returns { get; }
    public ProcessingActivity Accounting { get; }
    public ProcessingActivity Recruitment { get; }
    public ProcessingActivity Security { get; }

    public IReadOnlyList<ProcessingActivity> All =>
    [
        Orders, Payment, Fraud, Accounts, Newsletter, Retargeting, Recommendations, Analytics, CustomerService, Reviews, Loyalty, Returns,
        Accounting, Recruitment, Security,
    ];

    private static ProcessingActivity Old(ProcessingActivity activity)
    {
        activity.ReviewedOn = ReviewedLongAgo;
        return activity;
    }

    private static void Add(ProcessingActivity activity, string code, PurposeKind kind, string text, LawfulBasis basis)
    {
        activity.Purposes.Add(new() { Code = code, Kind = kind, Text = text });
        activity.Bases.Add(new() { PurposeCode = code, Basis = basis });
    }

    private static void AddLegal(ProcessingActivity activity, string code, PurposeKind kind, string text, string law, string jurisdiction)
    {
        activity.Purposes.Add(new() { Code = code, Kind = kind, Text = text });
        activity.Bases.Add(new() { PurposeCode = code, Basis = LegalObligation, LegalReference = law, LegalReferenceJurisdiction = jurisdiction, BindsController = Answer.Yes });
    }

    private ProcessingActivity Own(string name, List<DataSubjectCategory> subjects, List<DataSource> sources, DataElement[] elements) =>
        _fable.Records.Add(Activity(name, subjects, sources, elements), _fable.Shop);

    private ProcessingActivity Group(string name, List<DataSubjectCategory> subjects, List<DataSource> sources, DataElement[] elements) =>
        _fable.Records.AddForGroup(Activity(name, subjects, sources, elements), _fable.Business);

    private static ProcessingActivity Activity(string name, List<DataSubjectCategory> subjects, List<DataSource> sources, DataElement[] elements) => new()
    {
        Name = name,
        OurRole = ControllerRole.Controller,
        Status = ActivityStatus.Active,
        Subjects = subjects,
        SubjectJurisdictions = [Jurisdiction.Eea, Jurisdiction.UnitedKingdom, Jurisdiction.California],
        ElementIds = [.. elements.Select(element => element.Id)],
        SystemIds = [.. elements.SelectMany(element => element.SystemIds).Distinct()],
        Sources = sources,
        MeasuresText = "TLS 1.2 or higher, encryption at rest, access by role with a second factor, access log.",
        InitiatedOn = new DateOnly(2022, 9, 1),
        LastMaterialChangeOn = new DateOnly(2025, 11, 20),
        ScreenedOn = new DateOnly(2022, 8, 15),
        Occasional = Answer.No,
        LargeScale = Answer.No,
        SystematicMonitoring = Answer.No,
        CoreActivity = Answer.No,
        RiskToPeople = Answer.Yes,
        Profiling = Answer.No,
        ChildrenData = Answer.No,
        ExpectationNote = "People who shop online expect this use; reviewed against the five factors of § 7002(b).",
        Owner = FableShop.Officer,
        ReviewedOn = Reviewed,
    };
}
