using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using ComplianceHub.Data;

namespace ComplianceHub.CommandLine;

/// <summary><c>readiness</c>: how ready each shop is, as a table or as JSON, and a gate for pipelines.</summary>
internal static class ReadinessVerb
{
    public static Command Command(TextWriter output)
    {
        var shop = SharedOptions.Shop("Only this shop.");
        var asOf = SharedOptions.AsOf();
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var failUnder = FailUnder();
        var command = new Command("readiness", "Shows how ready each shop is.") { shop, asOf, json, failUnder };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var gate = parsed.GetValue(failUnder) is { } points ? new ReadinessGate(points) : null;
            var shops = Watched(ShopsAsync(session, parsed.GetValue(shop), parsed.GetValue(asOf), ct), gate);
            await (parsed.GetValue(json) ? ReadinessJson.WriteAsync(shops, output) : ReadinessTable.WriteAsync(shops, output));
            return gate is null or { IsPassed: true } ? ExitCode.Done : ExitCode.BelowThreshold;
        });
        return command;
    }

    private static async IAsyncEnumerable<ShopReadiness> ShopsAsync(
        CommandSession session, string? slug, DateOnly? asOf, [EnumeratorCancellation] CancellationToken ct)
    {
        if (slug is not null)
        {
            yield return ShopReadiness.Of(await session.ShopAsync(slug, asOf, ct));
            yield break;
        }

        if (session.IsBare)
            yield break;
        await foreach (var snapshot in session.Get<ShopSnapshots>().LoadAllAsync(asOf, ct))
            yield return ShopReadiness.Of(snapshot);
    }

    private static async IAsyncEnumerable<ShopReadiness> Watched(IAsyncEnumerable<ShopReadiness> shops, ReadinessGate? gate)
    {
        await foreach (var shop in shops)
        {
            gate?.Look(shop);
            yield return shop;
        }
    }

    private static Option<int?> FailUnder() => new("--fail-under")
    {
        Description = "Exit with 1 when a regulation that applies or may apply to a shop has no score or one below this, or when there is no shop.",
        HelpName = "points",
        CustomParser = argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points <= 100)
                return points;
            argument.AddError($"'{argument.Tokens[0].Value}' is no score: write a whole number from 0 to 100");
            return null;
        },
    };
}
