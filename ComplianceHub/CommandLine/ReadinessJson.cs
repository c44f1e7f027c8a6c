using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceHub.Compliance;

namespace ComplianceHub.CommandLine;

/// <summary>Readiness as JSON: an array with one object for each shop, written shop by shop.</summary>
internal static class ReadinessJson
{
    // The text goes to a terminal, a file or another program, never into a page.
    public static async Task WriteAsync(IAsyncEnumerable<ShopReadiness> shops, TextWriter output)
    {
        var isFirst = true;
        await foreach (var shop in shops)
        {
            await output.WriteLineAsync(isFirst ? "[" : ",");
            await output.WriteAsync(ShopObject(shop).ToJsonString(ReadableJson.Options));
            isFirst = false;
        }
        await output.WriteLineAsync(isFirst ? "[]" : $"{Environment.NewLine}]");
    }

    private static JsonObject ShopObject(ShopReadiness shop) => new()
    {
        ["shop"] = shop.Shop.Slug,
        ["asOf"] = shop.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["catalogue"] = Regulations.CatalogueVersion,
        ["regulations"] = Array(shop.Regulations, RegulationObject),
    };

    private static JsonObject RegulationObject(Readiness readiness) => new()
    {
        ["id"] = readiness.Regulation.Id,
        ["applies"] = ReadinessWords.Of(readiness.Gate.Applies),
        ["score"] = readiness.Score.Points,
        ["band"] = ReadinessWords.Of(readiness.Score.Band),
        // A cap that the score does not reach caps nothing.
        ["cappedBy"] = Array(readiness.Score.Cap is { IsReached: true } cap ? cap.Requirements : [], result => JsonValue.Create(result.Requirement.Id)),
        ["provisional"] = readiness.Score.IsProvisional,
        ["counts"] = Counts(readiness.Score.Counts),
        ["requirements"] = Array(readiness.Results, RequirementObject),
    };

    private static JsonObject Counts(OutcomeCounts counts) => new()
    {
        ["pass"] = counts.Pass,
        ["partial"] = counts.Partial,
        ["fail"] = counts.Fail,
        ["notApplicable"] = counts.NotApplicable,
        ["notAssessed"] = counts.NotAssessed,
    };

    private static JsonObject RequirementObject(RequirementResult result) => new()
    {
        ["id"] = result.Requirement.Id,
        ["citation"] = result.Requirement.Citation,
        ["outcome"] = ReadinessWords.Of(result.Verdict.Outcome),
        ["severity"] = ReadinessWords.Of(result.Requirement.Severity),
        ["pointsLost"] = decimal.Round(result.PointsLost, 2, MidpointRounding.AwayFromZero),
        ["summary"] = result.Verdict.Summary,
        ["findings"] = Array(result.Verdict.Findings, FindingObject),
        ["missingFacts"] = Array(result.Verdict.MissingFacts, fact => JsonValue.Create(fact)),
    };

    private static JsonObject FindingObject(Finding finding) => new()
    {
        ["record"] = new JsonObject
        {
            ["register"] = JsonNamingPolicy.CamelCase.ConvertName(finding.Record.Register.ToString()),
            ["id"] = finding.Record.Id,
            ["name"] = finding.Record.Name,
        },
        ["severity"] = ReadinessWords.Of(finding.Severity),
        ["text"] = finding.Text,
        ["fix"] = finding.Fix,
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];
}
