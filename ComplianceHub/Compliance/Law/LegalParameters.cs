namespace ComplianceHub.Compliance.Law;

/// <summary>An amount of the law with the days on which it holds.</summary>
/// <param name="Code">Its name in the catalogue, for example CCPA.REVENUE.</param>
/// <param name="Value">The amount.</param>
/// <param name="Unit">Its currency or unit.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while no other amount is known.</param>
/// <param name="Source">Where the law says it.</param>
public sealed record LegalParameter(string Code, decimal Value, string Unit, DateOnly From, DateOnly? To, string Source);

/// <summary>The dated amounts of catalogue 1.4.</summary>
public static class LegalParameters
{
    /// <summary>All of them, in the order of the catalogue.</summary>
    public static IReadOnlyList<LegalParameter> All { get; } =
    [
        new("CCPA.REVENUE", 25_000_000m, "USD", new(2020, 1, 1), new(2024, 12, 31), "§ 1798.140(d)(1)(A)"),
        new("CCPA.REVENUE", 26_625_000m, "USD", new(2025, 1, 1), null, "§§ 1798.140(d)(1)(A), 1798.199.95(d)"),
        new("CCPA.CONSUMERS", 100_000m, "consumers or households", new(2023, 1, 1), null, "§ 1798.140(d)(1)(B)"),
        new("CCPA.SELL-SHARE-REVENUE", 50m, "% of revenue", new(2020, 1, 1), null, "§ 1798.140(d)(1)(C)"),
        new("CCPA.FINE.BASE", 2_663m, "USD per violation", new(2025, 1, 1), new(2026, 12, 31), "§ 1798.155(a)"),
        new("CCPA.FINE.INTENT_OR_MINOR", 7_988m, "USD per violation", new(2025, 1, 1), new(2026, 12, 31), "§ 1798.155(a)"),
        new("CCPA.BREACH.DAMAGES.MIN", 107m, "USD per consumer and incident", new(2025, 1, 1), new(2026, 12, 31), "§ 1798.150(a)(1)(A)"),
        new("CCPA.BREACH.DAMAGES.MAX", 799m, "USD per consumer and incident", new(2025, 1, 1), new(2026, 12, 31), "§ 1798.150(a)(1)(A)"),
        new("GDPR.83.4", 10_000_000m, "EUR, or 2 % of worldwide turnover if higher", new(2018, 5, 25), null, "Art. 83(4)"),
        new("GDPR.83.5", 20_000_000m, "EUR, or 4 % of worldwide turnover if higher", new(2018, 5, 25), null, "Art. 83(5)"),
        new("UKGDPR.MAX", 17_500_000m, "GBP, or 4 % of worldwide turnover if higher", new(2021, 1, 1), null, "UK GDPR Art. 83(5), DPA 2018 s. 157"),
        new("PECR.MAX", 500_000m, "GBP", new(2003, 12, 11), new(2026, 2, 4), "PECR reg. 31"),
        new("PECR.MAX", 17_500_000m, "GBP, or 4 % of worldwide turnover if higher", new(2026, 2, 5), null, "PECR reg. 31, Data (Use and Access) Act 2025"),
        new("CYBER.REV1", 100_000_000m, "USD", new(2026, 1, 1), null, "11 CCR § 7121(a)"),
        new("CYBER.REV2", 50_000_000m, "USD", new(2026, 1, 1), null, "11 CCR § 7121(a)"),
    ];

    /// <summary>The parameter with this code that holds on a day; null when none is known for that day.</summary>
    public static LegalParameter? On(string code, DateOnly day) =>
        All.FirstOrDefault(parameter => parameter.Code == code && parameter.From <= day && (parameter.To is null || parameter.To >= day));

    /// <summary>The next day after which a parameter with this code changes; null when no change is known.</summary>
    public static DateOnly? NextChange(string code, DateOnly day) =>
        All.Where(parameter => parameter.Code == code).SelectMany(Edges).Where(edge => edge > day).Cast<DateOnly?>().Min();

    private static IEnumerable<DateOnly> Edges(LegalParameter parameter) =>
        parameter.To is { } last ? [parameter.From, last.AddDays(1)] : [parameter.From];
}
