using System.Globalization;
using System.Reflection;
using ComplianceHub.Compliance;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace ComplianceHub.Features.Shell;

/// <summary>
/// Answers an address whose values nobody can read, such as asOf=yesterday, with a sentence: the framework would
/// throw, and the reader would be told of a mistake of the program.
/// </summary>
internal sealed class AddressCheck
{
    // By name, not by page: a register's page hands its address to the list inside it.
    private static readonly Dictionary<string, Type> Types = typeof(AddressCheck).Assembly.GetTypes()
        .SelectMany(component => component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Select(property => (Property: property, Supplied: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
        .Where(value => value.Supplied is not null)
        .GroupBy(
            value => value.Supplied!.Name ?? value.Property.Name,
            value => Nullable.GetUnderlyingType(value.Property.PropertyType) ?? value.Property.PropertyType,
            StringComparer.OrdinalIgnoreCase)
        .ToDictionary(values => values.Key, values => values.Distinct().Single(), StringComparer.OrdinalIgnoreCase);

    private AddressCheck(string sentence) => Sentence = sentence;

    /// <summary>What is wrong with the address, and what to do.</summary>
    public string Sentence { get; }

    /// <summary>Lets readable addresses pass and leaves the others to the page for refusals.</summary>
    public static Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!isPage || Sentences(http.Request.Query).FirstOrDefault() is not { } sentence)
            return next(http);
        http.Features.Set(new AddressCheck(sentence));
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Sentences(IQueryCollection query) =>
        from parameter in query
        where Types.ContainsKey(parameter.Key)
        from value in parameter.Value
        where !string.IsNullOrEmpty(value)
        let sentence = SentenceFor(Types[parameter.Key], parameter.Key, value)
        where sentence is not null
        select sentence;

    private static string? SentenceFor(Type type, string name, string value)
    {
        var shown = value.Length > 40 ? $"{value[..40]}…" : value;
        return type switch
        {
            _ when type == typeof(DateOnly) && (!DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) || !ReadableDays.Include(day)) =>
                $"“{shown}” is no day that can be looked at: write it as 2026-11-23, from {ReadableDays.First:yyyy-MM-dd} to {ReadableDays.Last:yyyy-MM-dd}.",
            _ when type == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) => $"“{shown}” is no number: the address says {name}={shown}.",
            _ when type == typeof(Guid) && !Guid.TryParse(value, out _) => $"“{shown}” names no record: the address says {name}={shown}.",
            _ when type == typeof(bool) && !bool.TryParse(value, out _) => $"“{shown}” is neither true nor false: the address says {name}={shown}.",
            _ => null,
        };
    }
}
