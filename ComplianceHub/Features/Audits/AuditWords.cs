using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.Audits;

/// <summary>What the pages of audits say in the same words.</summary>
internal static class AuditWords
{
    private const int MostNames = 3;

    /// <summary>"1 Nov 2025 to 31 Oct 2026".</summary>
    public static string Period(Audit audit) => $"{audit.PeriodFrom:d MMM yyyy} to {audit.PeriodUntil:d MMM yyyy}";

    /// <summary>"GDPR and CCPA".</summary>
    public static string List(IReadOnlyList<string> words) => words switch
    {
        [] => "–",
        [var one] => one,
        _ => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };

    /// <summary>The names of the first shops, and how many more there are.</summary>
    public static string Shops(IReadOnlyList<NamedShop> shops) => shops.Count > MostNames + 1
        ? $"{string.Join(", ", shops.Take(MostNames).Select(shop => shop.Name))} and {shops.Count - MostNames} more"
        : List([.. shops.Select(shop => shop.Name)]);
}
