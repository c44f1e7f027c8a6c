using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.LawfulBasis;
using static ComplianceHub.Domain.Registers.PersonalInformationCategory;

namespace ComplianceHub.Demo.OliveRow;

/// <summary>The nine activities of Olive Row, O1 to O9, with their data and retention rules.</summary>
internal sealed class OliveActivities
{
    private readonly OliveShop _olive;

    private OliveActivities(OliveShop olive) => _olive = olive;

    public IReadOnlyDictionary<string, ProcessingActivity> ByCode { get; private set; } = new Dictionary<string, ProcessingActivity>();

    public static OliveActivities AddTo(OliveShop olive)
    {
        var activities = new OliveActivities(olive);
        activities.AddAll();
        return activities;
    }

    private void AddAll()
    {
        var system = _olive.Records.Add(new DataSystem { Name = "Shop platform", Country = "NL", Owner = OliveShop.Officer }, _olive.Shop);
        DataElement Datum(string name, PersonalInformationCategory category, CollectionMethod method = CollectionMethod.Order) => _olive.Records.Add(
            new DataElement { Name = name, Categories = [category], CollectedBy = [method], SystemIds = [system.Id], NecessityNote = "Needed for the purpose." },
            _olive.Shop);
        var name = Datum("Name and address", CustomerRecords);
        var email = Datum("E-mail address", Identifiers);
        var order = Datum("Order", CommercialInformation);
        var payment = Datum("Payment reference", CustomerRecords);
        var signals = Datum("Order signals", Identifiers);
        var logIn = Datum("Log-in", Identifiers, CollectionMethod.Account);
        var ticket = Datum("Message", Identifiers, CollectionMethod.Form);
        var returned = Datum("Returned order", CommercialInformation, CollectionMethod.Form);
        var invoice = Datum("Invoice", CustomerRecords);
        var log = Datum("IP address and logs", InternetActivity, CollectionMethod.Cookie);
        ByCode = new Dictionary<string, ProcessingActivity>
        {
            ["orders"] = Add("Orders", PurposeKind.OrderFulfilment, Contract, "Deliver what the customer has ordered.", 3, name, email, order),
            ["payment"] = Add("Payment", PurposeKind.Payment, Contract, "Take the payment for an order.", 3, payment),
            ["fraud"] = Add("Fraud checks", PurposeKind.FraudPrevention, LegitimateInterests, "Keep the shop from payment fraud.", 1, signals),
            ["accounts"] = Add("Customer accounts", PurposeKind.CustomerAccounts, Contract, "Give customers an account with their orders.", 3, logIn),
            ["newsletter"] = Add("Newsletter", PurposeKind.Marketing, Consent, "Send recipes and offers to people who subscribed.", 3, email),
            ["service"] = Add("Customer service", PurposeKind.CustomerService, Contract, "Answer questions about orders and products.", 3, ticket),
            ["returns"] = Add("Returns", PurposeKind.Returns, Contract, "Take goods back and refund them.", 3, returned),
            ["accounting"] = Add("Accounting", PurposeKind.Accounting, LegalObligation, "Keep the books that tax law asks for.", 7, invoice),
            ["logs"] = Add("IT logs", PurposeKind.Security, LegitimateInterests, "Find and stop attacks on the shop.", 1, log),
        };
        var books = ByCode["accounting"].Bases[0];
        (books.LegalReference, books.LegalReferenceJurisdiction, books.BindsController) = ("art. 52 AWR", "NL", Answer.Yes);
        ByCode["logs"].Sources = [DataSource.Observed];
    }

    private ProcessingActivity Add(string name, PurposeKind kind, LawfulBasis basis, string text, int years, params DataElement[] elements)
    {
        var activity = _olive.Records.Add(
            new ProcessingActivity
            {
                Name = name,
                OurRole = ControllerRole.Controller,
                Status = ActivityStatus.Active,
                Purposes = [new() { Code = "main", Kind = kind, Text = text }],
                Bases = [new() { PurposeCode = "main", Basis = basis }],
                Subjects = [DataSubjectCategory.Customers],
                SubjectJurisdictions = [Jurisdiction.Eea],
                ElementIds = [.. elements.Select(element => element.Id)],
                Sources = [DataSource.Subject],
                MeasuresText = "TLS, encryption at rest, second factor for staff, access by role.",
                InitiatedOn = new(2021, 5, 3),
                LastMaterialChangeOn = new(2026, 1, 20),
                ScreenedOn = new(2021, 4, 20),
                Occasional = Answer.No,
                LargeScale = Answer.No,
                SystematicMonitoring = Answer.No,
                CoreActivity = Answer.No,
                RiskToPeople = Answer.Yes,
                Profiling = Answer.No,
                ChildrenData = Answer.No,
                Owner = OliveShop.Officer,
                ReviewedOn = OliveShop.ReviewDay,
            },
            _olive.Shop);
        AddRetention(activity, years);
        return activity;
    }

    private void AddRetention(ProcessingActivity activity, int years) => _olive.Records.Add(
        new RetentionRule
        {
            Name = $"{activity.Name}: {years} {(years == 1 ? "year" : "years")}",
            ActivityIds = [activity.Id],
            Period = new() { Amount = years, Unit = PeriodUnit.Years },
            Trigger = "End of the calendar year",
            LegalSource = years == 7 ? "art. 52 AWR" : "Internal policy",
            Justification = "Reviewed with the owner of the shop.",
            Disposal = Disposal.Erase,
            IsAutomated = true,
            LastRunOn = new(2026, 11, 20),
            LastRunSucceeded = Answer.Yes,
            ApprovedBy = OliveShop.Officer,
            Owner = OliveShop.Officer,
            ReviewedOn = OliveShop.ReviewDay,
        },
        _olive.Shop);
}
