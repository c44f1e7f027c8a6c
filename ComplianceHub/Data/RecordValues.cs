using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using ComplianceHub.Data.Configurations;
using ComplianceHub.Domain.AuditLog;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Data;

/// <summary>
/// The values of a record as the audit log writes them, and what differs between two states of it. Parts and lists of
/// parts are walked to the field that changed; a list of plain values is one value.
/// </summary>
internal static class RecordValues
{
    // Proof of who somebody is: neither the log nor its payload may hold it.
    private static readonly HashSet<string> Secrets =
    [
        nameof(HubUser.PasswordHash), nameof(HubUser.SecurityStamp), nameof(HubUser.ConcurrencyStamp),
        nameof(IdentityUserToken<>.Value), nameof(IdentityUserLogin<>.ProviderKey), nameof(IdentityUserPasskey<>.Data),
        nameof(IdentityUserPasskey<>.CredentialId),
    ];

    // Kept by the save itself, or repeating another column.
    private static readonly HashSet<string> Silent =
        ["Id", "Version", "RegistersVersion", nameof(HubUser.NormalizedEmail), nameof(HubUser.NormalizedUserName)];

    // What tells the elements of a list of parts apart, so that removing the first does not change all the others.
    private static readonly string[] ElementNames = ["Code", "PurposeCode", "Name", "Year", "Category"];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The fields that differ; every recorded one when there is nothing before or nothing after.</summary>
    public static List<FieldChange> Difference(object? before, object? after)
    {
        var changes = new List<FieldChange>();
        foreach (var property in PropertiesOf((before ?? after)!.GetType()).Where(property => !Silent.Contains(property.Name)))
        {
            var (old, now) = (ValueOf(property, before), ValueOf(property, after));
            if (Secrets.Contains(property.Name))
                AddSecret(changes, property.Name, old, now);
            else
                Compare(changes, property.Name, old, now);
        }
        return changes;
    }

    /// <summary>A value as JSON that has a canonical form: instants, days, amounts and ids are text.</summary>
    internal static JsonNode? Json(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int number => JsonValue.Create(number),
        long number when Math.Abs(number) < CanonicalJson.IntegerLimit => JsonValue.Create(number),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        IList list => new JsonArray([.. list.Cast<object?>().Select(Json)]),
        _ when RecordModel.IsPart(value.GetType()) => new JsonObject(PropertiesOf(value.GetType())
            .Select(property => KeyValuePair.Create(property.Name, Json(property.GetValue(value))))),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static owner =>
        [.. owner.GetProperties().Where(property => property is { CanRead: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal)]);

    private static JsonNode? ValueOf(PropertyInfo property, object? record) => record is null ? null : Json(property.GetValue(record));

    private static void AddSecret(List<FieldChange> changes, string field, JsonNode? old, JsonNode? now)
    {
        if (!JsonNode.DeepEquals(old, now))
            changes.Add(new FieldChange(field, old is null ? null : "(not logged)", now is null ? null : "(not logged)"));
    }

    private static void Compare(List<FieldChange> changes, string field, JsonNode? old, JsonNode? now)
    {
        if (JsonNode.DeepEquals(old, now))
            return;
        if (old is JsonObject or null && now is JsonObject or null && (old ?? now) is JsonObject)
            CompareMembers(changes, field, old as JsonObject, now as JsonObject);
        else if (IsListOfParts(old, now))
            CompareElements(changes, field, old as JsonArray ?? [], now as JsonArray ?? []);
        else if (!(IsEmpty(old) && IsEmpty(now)))
            changes.Add(new FieldChange(field, old?.DeepClone(), now?.DeepClone()));
    }

    private static void CompareMembers(List<FieldChange> changes, string field, JsonObject? old, JsonObject? now)
    {
        foreach (var name in (old ?? []).Union(now ?? []).Select(member => member.Key).Distinct())
            Compare(changes, $"{field}.{name}", old?[name], now?[name]);
    }

    private static void CompareElements(List<FieldChange> changes, string field, JsonArray old, JsonArray now)
    {
        var (before, after) = (Named(old, now));
        foreach (var name in before.Keys.Union(after.Keys))
            Compare(changes, $"{field}[{name}]", before.GetValueOrDefault(name), after.GetValueOrDefault(name));
    }

    private static (Dictionary<string, JsonNode?> Before, Dictionary<string, JsonNode?> After) Named(JsonArray old, JsonArray now)
    {
        foreach (var name in ElementNames)
        {
            if (TryName(old, name) is { } before && TryName(now, name) is { } after)
                return (before, after);
        }
        return (Numbered(old), Numbered(now));
    }

    private static Dictionary<string, JsonNode?>? TryName(JsonArray elements, string name)
    {
        var named = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (element?[name]?.ToString() is not { Length: > 0 } key || !named.TryAdd(key, element))
                return null;
        }
        return named;
    }

    private static Dictionary<string, JsonNode?> Numbered(JsonArray elements) =>
        elements.Index().ToDictionary(element => (element.Index + 1).ToString(CultureInfo.InvariantCulture), element => element.Item);

    private static bool IsListOfParts(JsonNode? old, JsonNode? now) =>
        (old as JsonArray ?? []).Concat(now as JsonArray ?? []).ToList() is { Count: > 0 } elements && elements.All(element => element is JsonObject);

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 };
}
