using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Law;

/// <summary>How long a law or an authority lets a kind of data be kept (catalogue 10).</summary>
/// <param name="Class">The kind of data.</param>
/// <param name="Period">The period.</param>
/// <param name="Source">The law, or the guidance of an authority, with its country.</param>
public sealed record RetentionReference(RetentionClass Class, RetentionPeriod Period, string Source);

/// <summary>The known periods. A rule beyond the longest one of its kind needs a justification (Art. 5(1)(e) GDPR).</summary>
public static class RetentionReferences
{
    /// <summary>All of them, in the order of the catalogue.</summary>
    public static IReadOnlyList<RetentionReference> All { get; } =
    [
        new(RetentionClass.Vouchers, Years(8), "DE § 257(1) no. 4, (4) HGB; § 147(1) no. 4, (3) AO"),
        new(RetentionClass.Vouchers, Years(10), "FR C. com. L123-22"),
        new(RetentionClass.Vouchers, Years(7), "NL art. 52 AWR"),
        new(RetentionClass.Vouchers, Years(10), "IT art. 2220 c.c."),
        new(RetentionClass.Books, Years(10), "DE § 257(1) no. 1, (4) HGB; § 147(1) no. 1, (3) AO"),
        new(RetentionClass.OneStopShop, Years(10), "EU Art. 63c Regulation (EU) 282/2011"),
        new(RetentionClass.CommercialLetters, Years(6), "DE § 257(1) no. 2, 3, (4) HGB"),
        new(RetentionClass.ConsumerContracts, Years(10), "FR C. conso. L213-1, D213-2"),
        new(RetentionClass.Prospects, Years(3), "FR CNIL, after the last active contact"),
        new(RetentionClass.ConsentProof, Years(3), "DE limitation of claims, after the consent has ended"),
        new(RetentionClass.AbandonedCarts, Days(30), "Policy of proportion"),
        new(RetentionClass.AudienceMeasurement, Months(25), "FR CNIL, data of exempt audience measurement"),
        new(RetentionClass.CardNumbers, Months(18), "FR CNIL, window for refunds and disputes"),
        new(RetentionClass.RejectedApplicants, Months(6), "DE AGG"),
        new(RetentionClass.RejectedApplicants, Years(5), "FR CNIL, with the intermediate archive"),
        new(RetentionClass.RejectedApplicants, Years(4), "California Gov. Code § 12946"),
        new(RetentionClass.Video, Days(30), "FR CNIL"),
        new(RetentionClass.SecurityLogs, Months(12), "FR CNIL, recommendation on logs"),
        new(RetentionClass.Warranty, Years(5), "EU two years of guarantee, Directive (EU) 2019/771, and DE three years of limitation, § 195 BGB"),
    ];

    /// <summary>The longest known period of a kind of data; null when none is known.</summary>
    public static RetentionReference? Longest(RetentionClass kind) =>
        All.Where(reference => reference.Class == kind).MaxBy(reference => reference.Period.ApproximateDays);

    private static RetentionPeriod Years(int amount) => new() { Amount = amount, Unit = PeriodUnit.Years };

    private static RetentionPeriod Months(int amount) => new() { Amount = amount, Unit = PeriodUnit.Months };

    private static RetentionPeriod Days(int amount) => new() { Amount = amount, Unit = PeriodUnit.Days };
}
