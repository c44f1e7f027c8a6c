using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ComplianceHub.Data.Configurations;

/// <summary>
/// Parts without an identity of their own (clauses, purposes, sub-processors, profile) are one JSON column of their
/// record; docs/decisions says why not complex types. Enums are words, as everywhere in the database.
/// </summary>
internal static class PartsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Write<T>(T parts) => JsonSerializer.Serialize(parts, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static object? Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Options);
}

/// <summary>Parts to their column and back.</summary>
internal sealed class PartsConverter<T>() : ValueConverter<T, string>(
    parts => PartsJson.Write(parts),
    json => PartsJson.Read<T>(json));

/// <summary>Finds changes inside parts, which are edited in place.</summary>
internal sealed class PartsComparer<T>() : ValueComparer<T>(
    (one, other) => PartsJson.Write(one) == PartsJson.Write(other),
    parts => string.GetHashCode(PartsJson.Write(parts), StringComparison.Ordinal),
    parts => PartsJson.Read<T>(PartsJson.Write(parts)));
