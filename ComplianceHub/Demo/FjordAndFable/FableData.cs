using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.CollectionMethod;
using static ComplianceHub.Domain.Registers.PersonalInformationCategory;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The data inventory behind the 42 uses of catalogue 12.1, and the systems that store it.</summary>
internal sealed class FableData
{
    private readonly FableShop _fable;

    public FableData(FableShop fable)
    {
        _fable = fable;
        ShopPlatform = System("Shop platform", "Storefront, orders, customer accounts", "IE");
        PaymentSystem = System("Payment", "Tokens and refunds", "IE");
        Warehouse = System("Warehouse management", "Picking, labels, returns", "DE");
        Marketing = System("E-mail marketing", "Newsletter and buyer mails", "US");
        AdAccounts = System("Advertising accounts", "Audiences and conversions", "IE");
        Analytics = System("Web analytics", "Reports and session replay", "IE");
        Helpdesk = System("Helpdesk", "Tickets and chats", "US");
        Reviews = System("Reviews", "Invitations and product reviews", "DK");
        DataWarehouse = System("Data warehouse", "Fraud signals and recommendations", "DE");
        Accounting = GroupSystem("Accounting", "Invoices and books", "DE");
        Applicants = GroupSystem("Applicant tracking", "Applications", "DE");
        Logs = GroupSystem("Log archive", "Security logs, consent records", "DE");

        Name = Own("Name", Order, [Identifiers, CustomerRecords], ShopPlatform);
        Address = Own("Delivery and invoice address", Order, [CustomerRecords], ShopPlatform);
        Email = Own("E-mail address", Order, [Identifiers, CustomerRecords], ShopPlatform);
        Phone = Own("Telephone number", Order, [CustomerRecords], ShopPlatform);
        Basket = Own("Order and basket", Order, [CommercialInformation], ShopPlatform);
        CardToken = Own("Card token", Order, [CustomerRecords], PaymentSystem);
        CardLastFour = Own("Last four digits of the card", Order, [CustomerRecords], PaymentSystem);
        Iban = Own("IBAN", Order, [CustomerRecords], PaymentSystem);
        ChargebackEvidence = Own("Chargeback evidence", Order, [CustomerRecords], PaymentSystem);
        CardVerificationCode = Own("Card verification code", Order, [CustomerRecords]);
        CardVerificationCode.IsForbiddenAfterAuthorisation = true;
        Device = Own("Device", Cookie, [Identifiers, InternetActivity], DataWarehouse);
        IpAddress = Own("IP address", Cookie, [Identifiers, InternetActivity], DataWarehouse);
        OrderPattern = Own("Order pattern", Order, [Inferences], DataWarehouse);
        FraudScore = Own("Fraud score", Order, [Inferences], DataWarehouse);
        LogIn = Own("Log-in", CollectionMethod.Account, [Identifiers, PersonalInformationCategory.SensitivePersonalInformation], ShopPlatform);
        LogIn.SensitiveInformation = Domain.Registers.SensitivePersonalInformation.AccountAccess;
        PasswordHash = Own("Password hash", CollectionMethod.Account, [PersonalInformationCategory.SensitivePersonalInformation], ShopPlatform);
        PasswordHash.SensitiveInformation = Domain.Registers.SensitivePersonalInformation.AccountAccess;
        OrderHistory = Own("Order history", CollectionMethod.Account, [CommercialInformation], ShopPlatform);
        OpensAndClicks = Own("Opens and clicks", Pixel, [InternetActivity], Marketing);
        SuppressionHash = Own("Suppression hash", Form, [Identifiers], Marketing);
        AdIdentifiers = Own("Cookie and advertising identifiers", Pixel, [Identifiers, InternetActivity], AdAccounts);
        HashedEmail = Own("Hashed e-mail address", Pixel, [Identifiers], AdAccounts);
        AdViews = Own("Product views for advertising", Pixel, [CommercialInformation, InternetActivity, Inferences], AdAccounts);
        ProductViews = Own("Product views", Cookie, [InternetActivity, Inferences], DataWarehouse);
        RecommendationOrders = Own("Orders for recommendations", Order, [CommercialInformation, Inferences], DataWarehouse);
        AnalyticsCookie = Own("Analytics cookie", ThirdPartyAnalytics, [Identifiers, InternetActivity], Analytics);
        AnalyticsIp = Own("IP address, shortened", ThirdPartyAnalytics, [Identifiers, InternetActivity], Analytics);
        Clicks = Own("Clicks", ThirdPartyAnalytics, [InternetActivity], Analytics);
        SessionReplay = Own("Session replay", ThirdPartyAnalytics, [InternetActivity], Analytics);
        Tickets = Own("Tickets and chats", Form, [Identifiers, CommercialInformation], Helpdesk);
        DisplayName = Own("Display name", Form, [Identifiers], Reviews);
        Review = Own("Review and rating", Form, [CommercialInformation], Reviews);
        LoyaltyAccount = Own("Loyalty account", CollectionMethod.Account, [Identifiers], ShopPlatform);
        Points = Own("Points", CollectionMethod.Account, [CommercialInformation], ShopPlatform);
        Birthday = Own("Birthday", CollectionMethod.Account, [ProtectedCharacteristics], ShopPlatform);
        Birthday.NecessityNote = null;
        ReturnedOrder = Own("Returned order", Form, [CommercialInformation], Warehouse);
        RefundAccount = Own("Bank account for refunds", Form, [CustomerRecords], PaymentSystem);
        Invoices = Group("Invoices", Order, [Identifiers, CustomerRecords, CommercialInformation], Accounting);
        Books = Group("Books", Order, [CustomerRecords, CommercialInformation], Accounting);
        CurriculumVitae = Group("Curriculum vitae", Form, [EmploymentInformation, EducationInformation], Applicants);
        ApplicantContact = Group("Applicant's contact details", Form, [EmploymentInformation], Applicants);
        CurriculumVitae.IsHumanResources = ApplicantContact.IsHumanResources = true;
        SecurityLogs = Group("IP address and logs", Cookie, [Identifiers, InternetActivity], Logs);
        ConsentRecords = Group("Consent and request records", Form, [Identifiers], Logs);
    }

    public DataSystem ShopPlatform { get; }
    public DataSystem PaymentSystem { get; }
    public DataSystem Warehouse { get; }
    public DataSystem Marketing { get; }
    public DataSystem AdAccounts { get; }
    public DataSystem Analytics { get; }
    public DataSystem Helpdesk { get; }
    public DataSystem Reviews { get; }
    public DataSystem DataWarehouse { get; }
    public DataSystem Accounting { get; }
    public DataSystem Applicants { get; }
    public DataSystem Logs { get; }
    public DataElement Name { get; }
    public DataElement Address { get; }
    public DataElement Email { get; }
    public DataElement Phone { get; }
    public DataElement Basket { get; }
    public DataElement CardToken { get; }
    public DataElement CardLastFour { get; }
    public DataElement Iban { get; }
    public DataElement ChargebackEvidence { get; }
    public DataElement CardVerificationCode { get; }
    public DataElement Device { get; }
    public DataElement IpAddress { get; }
    public DataElement OrderPattern { get; }
    public DataElement FraudScore { get; }
    public DataElement LogIn { get; }
    public DataElement PasswordHash { get; }
    public DataElement OrderHistory { get; }
    public DataElement OpensAndClicks { get; }
    public DataElement SuppressionHash { get; }
    public DataElement AdIdentifiers { get; }
    public DataElement HashedEmail { get; }
    public DataElement AdViews { get; }
    public DataElement ProductViews { get; }
    public DataElement RecommendationOrders { get; }
    public DataElement AnalyticsCookie { get; }
    public DataElement AnalyticsIp { get; }
    public DataElement Clicks { get; }
    public DataElement SessionReplay { get; }
    public DataElement Tickets { get; }
    public DataElement DisplayName { get; }
    public DataElement Review { get; }
    public DataElement LoyaltyAccount { get; }
    public DataElement Points { get; }
    public DataElement Birthday { get; }
    public DataElement ReturnedOrder { get; }
    public DataElement RefundAccount { get; }
    public DataElement Invoices { get; }
    public DataElement Books { get; }
    public DataElement CurriculumVitae { get; }
    public DataElement ApplicantContact { get; }
    public DataElement SecurityLogs { get; }
    public DataElement ConsentRecords { get; }

    private DataSystem System(string name, string description, string country) =>
        _fable.Records.Add(new DataSystem { Name = name, Description = description, Country = country, Owner = "Tomasz Zieliński" }, _fable.Shop);

    private DataSystem GroupSystem(string name, string description, string country) =>
        _fable.Records.AddForGroup(new DataSystem { Name = name, Description = description, Country = country, Owner = "Tomasz Zieliński" }, _fable.Business);

    private DataElement Own(string name, CollectionMethod method, List<PersonalInformationCategory> categories, DataSystem? system = null) =>
        _fable.Records.Add(Element(name, method, categories, system), _fable.Shop);

    private DataElement Group(string name, CollectionMethod method, List<PersonalInformationCategory> categories, DataSystem system) =>
        _fable.Records.AddForGroup(Element(name, method, categories, system), _fable.Business);

    private static DataElement Element(string name, CollectionMethod method, List<PersonalInformationCategory> categories, DataSystem? system) => new()
    {
        Name = name,
        CollectedBy = [method],
        Categories = categories,
        SystemIds = system is null ? [] : [system.Id],
        IsMandatory = Answer.Unknown,
        NecessityNote = "Needed for the purpose; reviewed with the shop team.",
    };
}
