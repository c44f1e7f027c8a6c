using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Features.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.CommandLine;

/// <summary><c>audit</c>: the audits of shops, and what their signatures are worth today.</summary>
internal static class AuditVerb
{
    public static Command Command(TextWriter output) => new("audit", "Audits of shops.") { List(output), AuditDossierVerb.Command(output) };

    private static Command List(TextWriter output)
    {
        var shop = SharedOptions.Shop("Only audits that cover this shop.");
        var json = new Option<bool>("--json") { Description = "Write JSON instead of lines." };
        var list = new Command("list", "Lists audits, the latest first.") { shop, json };
        list.SetAction(async (parsed, ct) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var audits = await AuditsAsync(session, parsed.GetValue(shop), ct);
            if (parsed.GetValue(json))
                await output.WriteLineAsync(new JsonArray([.. audits.Select(Told)]).ToJsonString(ReadableJson.Options));
            else
                await output.WriteLineAsync(audits.Count == 0 ? "No audit is recorded." : string.Join(Environment.NewLine, audits.Select(Line)));
            return ExitCode.Done;
        });
        return list;
    }

    private static async Task<IReadOnlyList<AuditRow>> AuditsAsync(CommandSession session, string? slug, CancellationToken ct)
    {
        var shop = slug is null ? (Guid?)null : await ShopAsync(session, slug, ct);
        return session.IsBare ? [] : await session.Get<AuditsQuery>().ListAsync(shop, ct);
    }

    private static async Task<Guid> ShopAsync(CommandSession session, string slug, CancellationToken ct)
    {
        var unknown = new DomainException($"There is no shop with the short name “{slug}”.");
        if (session.IsBare)
            throw unknown;
        await using var db = await session.Get<HubDb>().OpenAsync(ct);
        return await db.Shops.Where(shop => shop.Slug == slug).Select(shop => (Guid?)shop.Id).SingleOrDefaultAsync(ct) ?? throw unknown;
    }

    private static string Line(AuditRow row) =>
        $"{row.Audit.Id:D}  {Words.Of(row.Audit.State.ToString())}{(row.Standing is { } standing ? $", {Words.Of(standing.ToString())}" : "")}  {row.Audit.Title}  {string.Join(", ", row.Shops.Select(shop => shop.Slug).Order(StringComparer.Ordinal))}  {string.Join(", ", row.Audit.Regulations)}";

    private static JsonObject Told(AuditRow row) => new()
    {
        ["id"] = row.Audit.Id.ToString("D"),
        ["title"] = row.Audit.Title,
        ["state"] = Lower(row.Audit.State.ToString()),
        ["standing"] = row.Standing is { } standing ? Lower(standing.ToString()) : null,
        ["shops"] = new JsonArray([.. row.Shops.Select(shop => shop.Slug).Order(StringComparer.Ordinal).Select(shop => (JsonNode)shop)]),
        ["regulations"] = new JsonArray([.. row.Audit.Regulations.Select(regulation => (JsonNode)regulation)]),
        ["periodFrom"] = $"{row.Audit.PeriodFrom:yyyy-MM-dd}",
        ["periodUntil"] = $"{row.Audit.PeriodUntil:yyyy-MM-dd}",
        ["frozenAt"] = row.Audit.FrozenAt is { } frozen ? UtcText.Of(frozen) : null,
        ["signedAt"] = row.SignedAt is { } signed ? UtcText.Of(signed) : null,
        ["supersededBy"] = row.Audit.SupersededBy?.ToString("D"),
    };

    private static string Lower(string word) => JsonNamingPolicy.CamelCase.ConvertName(word);
}
