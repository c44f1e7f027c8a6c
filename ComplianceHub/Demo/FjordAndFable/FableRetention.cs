using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using static ComplianceHub.Domain.Registers.PeriodUnit;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The nineteen retention rules of catalogue 12.3. The seventeenth, for product reviews, is missing on purpose.</summary>
internal sealed class FableRetention
{
    private const string Policy = "Internal policy";

    private readonly FableShop _fable;

    private FableRetention(FableShop fable) => _fable = fable;

    public static void AddTo(FableShop fable, FableActivities activities, FableData data)
    {
        var rules = new FableRetention(fable);
        rules.AddOfShop(activities, data);
        rules.AddOfGroup(activities, data);
    }

    private void AddOfShop(FableActivities a, FableData d)
    {
        Own("Order data", [a.Orders], 3, Years, "End of the calendar year of the order", Policy, "Limitation of claims (§§ 195, 199 BGB); then the invoice part alone");
        Own("Payment token, last digits, IBAN", [a.Payment], 18, Months, "Closure of the account or last payment", Policy, "Refunds and repeat orders", d.CardToken, d.CardLastFour, d.Iban);
        Own("Card verification code: never", [a.Payment], 0, Days, "Authorisation", "PCI DSS 3.3.1", "Must not be stored after authorisation", d.CardVerificationCode);
        Own("Chargeback evidence", [a.Payment], 18, Months, "Payment", Policy, "Time in which a card payment can be disputed", d.ChargebackEvidence);
        Own("Fraud signals", [a.Fraud], 12, Months, "Order", Policy, "Patterns repeat within a year; confirmed fraud is kept 3 years");
        Own("Account, points, birthday", [a.Accounts, a.Loyalty], 3, Years, "Last activity, with a warning mail 30 days before", Policy, "Customers come back within three years");
        Own("Newsletter subscriber", [a.Newsletter], 3, Years, "Last active contact, or withdrawal if earlier", Policy, "CNIL reference for prospects", d.Email, d.OpensAndClicks).Class = RetentionClass.Prospects;
        var suppression = Own("Suppression list", [a.Newsletter], null, Years, "Objection", "Art. 21(3) GDPR", "A minimal hash, kept to honour the objection", d.SuppressionHash);
        suppression.IsIndefinite = suppression.IsSuppressionList = true;
        Own("Advertising audiences and profiles", [a.Retargeting, a.Recommendations], 180, Days, "Collection", Policy, "Older signals no longer help");
        Own("Web analytics", [a.Analytics], 14, Months, "Collection", Policy, "Comparison with the year before; replays are deleted after 30 days");
        Own("Tickets and chats", [a.CustomerService], 3, Years, "Closure of the ticket", Policy, "Limitation of claims (§ 195 BGB)");
        Own("Warranty and returns", [a.Returns], 3, Years, "End of the calendar year of the return", Policy, "Legal guarantee and limitation of claims").Class = RetentionClass.Warranty;
    }

    private void AddOfGroup(FableActivities a, FableData d)
    {
        Group("Vouchers and invoices (DE)", a.Accounting, 8, Years, "End of the calendar year", "§ 257(1) no. 4 HGB, § 147(1) no. 4 AO", "Tax and commercial law", RetentionClass.Vouchers, d.Invoices);
        Group("Books and annual accounts (DE)", a.Accounting, 10, Years, "End of the calendar year", "§ 257 HGB, § 147 AO", "Tax and commercial law", RetentionClass.Books, d.Books);
        Group("VAT One-Stop-Shop records", a.Accounting, 10, Years, "End of the year of the transaction", "Art. 63c Reg. (EU) 282/2011", "VAT law", RetentionClass.OneStopShop, d.Invoices);
        Group("Electronic contracts from €120 (FR)", a.Accounting, 10, Years, "Delivery", "C. conso. L213-1, D213-1/2", "Consumer law", RetentionClass.ConsumerContracts, d.Invoices);
        Group("Consent records", a.Security, 3, Years, "End of the consent", Policy, "Proof of consent, Art. 7(1) GDPR, and limitation of claims", RetentionClass.ConsentProof, d.ConsentRecords);
        Group("Rejected applicants", a.Recruitment, 4, Years, "Rejection", "Cal. Gov. Code § 12946", "Germany 6 months, France 2 years, California 4 years: the jurisdiction of the applicant decides", RetentionClass.RejectedApplicants);
        Group("Security logs and registers", a.Security, 12, Months, "Entry", Policy, "Attacks are found late; the request log is kept 3 years, the breach register 5", RetentionClass.SecurityLogs, d.SecurityLogs);
    }

    private RetentionRule Own(
        string name, ProcessingActivity[] activities, int? amount, PeriodUnit unit, string trigger, string source, string justification, params DataElement[] elements) =>
        _fable.Records.Add(Rule(name, activities, amount, unit, trigger, source, justification, elements), _fable.Shop);

    private void Group(
        string name, ProcessingActivity activity, int amount, PeriodUnit unit, string trigger, string source, string justification, RetentionClass kind, params DataElement[] elements)
    {
        var rule = Rule(name, [activity], amount, unit, trigger, source, justification, elements);
        rule.Class = kind;
        _fable.Records.AddForGroup(rule, _fable.Business);
    }

    private static RetentionRule Rule(
        string name, ProcessingActivity[] activities, int? amount, PeriodUnit unit, string trigger, string source, string justification, DataElement[] elements) => new()
        {
            Name = name,
            ActivityIds = [.. activities.Select(activity => activity.Id)],
            ElementIds = [.. elements.Select(element => element.Id)],
            Period = amount is { } number ? new() { Amount = number, Unit = unit } : null,
            Trigger = trigger,
            LegalSource = source,
            Justification = justification,
            Disposal = Disposal.Erase,
            IsAutomated = true,
            LastRunOn = new(2026, 11, 20),
            LastRunSucceeded = Answer.Yes,
            ApprovedBy = "Jonas Adler",
            Owner = FableShop.Officer,
            ReviewedOn = new(2026, 6, 30),
        };
}
