namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// Which chain of the audit log an entry belongs to: one per shop, one for the group's registers, one for the system
/// (people, grants, settings). A chain per shop lets an auditor verify a shop without reading anybody else's changes,
/// and lets shops write side by side.
/// </summary>
public readonly record struct ChainId
{
    private const string ShopPrefix = "shop:";
    private readonly string? _text;

    private ChainId(string text) => _text = text;

    /// <summary>The chain of the group's registers: its own records and its legal entities.</summary>
    public static ChainId Group { get; } = new("group");

    /// <summary>The chain of people, grants, settings and sign-ins.</summary>
    public static ChainId System { get; } = new("system");

    /// <summary>The chain of one shop.</summary>
    public static ChainId OfShop(Guid shopId) => new(ShopPrefix + shopId.ToString("D"));

    /// <summary>The chain of a record: its shop's, or the group's where it has no shop.</summary>
    public static ChainId OfOwner(Guid? shopId) => shopId is { } shop ? OfShop(shop) : Group;

    /// <summary>The shop whose chain this is; null for the group's and the system's.</summary>
    public Guid? ShopId => ToString() is { } text && text.StartsWith(ShopPrefix, StringComparison.Ordinal)
        ? Guid.ParseExact(text.AsSpan(ShopPrefix.Length), "D")
        : null;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text names no chain.</exception>
    public static ChainId Parse(string text) => text switch
    {
        "group" => Group,
        "system" => System,
        _ when text.StartsWith(ShopPrefix, StringComparison.Ordinal)
            && Guid.TryParseExact(text.AsSpan(ShopPrefix.Length), "D", out var shop) => OfShop(shop),
        _ => throw new FormatException($"'{text}' names no chain of the audit log."),
    };

    /// <summary>"group", "system" or "shop:" and the shop's id, as it stands in every entry.</summary>
    public override string ToString() => _text ?? "system";
}
