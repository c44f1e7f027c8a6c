using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Compliance;

/// <summary>
/// The one byte form of a snapshot and its hash: the same registers on the same day have the same hash, whatever the
/// order in which they were read, so that a frozen snapshot and a printed report can be checked.
/// </summary>
public static class SnapshotHash
{
    // They count saves or tell the time of reading; the facts of the shop are the same.
    private static readonly HashSet<(Type, string)> NotFacts =
    [
        (typeof(ShopSnapshot), nameof(ShopSnapshot.AsOfInstant)),
        (typeof(RegisterRecord), nameof(RegisterRecord.Version)),
        (typeof(Shop), nameof(Shop.RegistersVersion)),
    ];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Facts = new();

    /// <summary>SHA-256 of <see cref="CanonicalBytes"/>, in lower-case hex.</summary>
    public static string Of(ShopSnapshot shop) => Sha256Text.Of(CanonicalBytes(shop));

    /// <summary>
    /// Everything that was recorded, as canonical JSON with the schema number. Nothing that is computed; decimals, days
    /// and ids are strings; lists are sorted, for no list of a register has an order that means anything.
    /// </summary>
    public static byte[] CanonicalBytes(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return CanonicalJson.Bytes(new JsonObject { ["schema"] = ShopSnapshot.SchemaNumber, ["snapshot"] = ObjectOf(shop) });
    }

    /// <summary>An amount as text without trailing zeros: 1.0 and 1.00 are one amount, and databases differ in what they give back.</summary>
    internal static string TextOf(decimal amount) => (amount / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>What is recorded about one record, as it stands in the bytes.</summary>
    internal static JsonObject FactsOf(RegisterRecord record) => ObjectOf(record);

    private static JsonNode? NodeOf(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool answer => JsonValue.Create(answer),
        Enum word => JsonValue.Create(word.ToString()),
        int number => JsonValue.Create((long)number),
        long number => JsonValue.Create(number),
        decimal amount => JsonValue.Create(TextOf(amount)),
        Guid id => JsonValue.Create(id.ToString("D")),
        DateOnly day => JsonValue.Create(day.ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffset instant => JsonValue.Create(instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        IEnumerable list => ArrayOf(list),
        _ => ObjectOf(value),
    };

    private static JsonArray ArrayOf(IEnumerable list) =>
    [
        .. list.Cast<object?>().Select(element => (Element: element, Node: NodeOf(element)))
            .OrderBy(one => KeyOf(one.Element, one.Node), StringComparer.Ordinal)
            .Select(one => one.Node),
    ];

    // A record by its id; what has no identity by what it says.
    private static string KeyOf(object? element, JsonNode? node) => element is RegisterRecord record ? record.Id.ToString("D") : CanonicalJson.Text(node);

    private static JsonObject ObjectOf(object value)
    {
        var members = new JsonObject();
        foreach (var property in Facts.GetOrAdd(value.GetType(), FactsOf))
            members[property.Name] = NodeOf(property.GetValue(value));
        return members;
    }

    private static PropertyInfo[] FactsOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property =>
            property is { CanRead: true, CanWrite: true } && !NotFacts.Contains((property.DeclaringType!, property.Name))),
    ];
}
