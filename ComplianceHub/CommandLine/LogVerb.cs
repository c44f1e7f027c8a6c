using System.CommandLine;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Features.AuditLog;

namespace ComplianceHub.CommandLine;

/// <summary><c>log verify</c>: reads the audit log from its first entry and says whether it is intact.</summary>
internal static class LogVerb
{
    public static Command Command(TextWriter output)
    {
        var shop = SharedOptions.Shop("Only the chain of this shop.");
        var verify = new Command("verify", "Verifies the audit log: every chain, or the chain of one shop.") { shop };
        verify.SetAction(async (parsed, ct) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var verifier = session.Get<ChainVerifier>();
            return parsed.GetValue(shop) is { } slug
                ? await ShopAsync(session.IsBare ? null : await verifier.OfShopAsync(slug, ct), slug, output)
                : session.IsBare ? await BareAsync(output) : await AllAsync(verifier, output, ct);
        });
        return new Command("log", "The audit log.") { verify };
    }

    private static async Task<int> ShopAsync(VerifiedLog? log, string slug, TextWriter output)
    {
        if (log is null)
            throw new DomainException($"There is no shop with the short name “{slug}”.");
        await output.WriteLineAsync(Sentence(log.Chains.Single().Verification));
        return await FaultsAsync(log, output);
    }

    private static async Task<int> AllAsync(ChainVerifier verifier, TextWriter output, CancellationToken ct)
    {
        var log = await verifier.AllAsync(ct);
        foreach (var chain in log.Chains)
            await output.WriteLineAsync($"{chain.Name}: {Sentence(chain.Verification)}");
        return await FaultsAsync(log, output);
    }

    private static async Task<int> FaultsAsync(VerifiedLog log, TextWriter output)
    {
        foreach (var fault in log.Faults)
            await output.WriteLineAsync($"broken: {fault}");
        return log.IsIntact ? ExitCode.Done : ExitCode.LogBroken;
    }

    private static async Task<int> BareAsync(TextWriter output)
    {
        await output.WriteLineAsync(Sentence(new ChainVerification.Intact(0, ChainHead.Empty(ChainId.System))));
        return ExitCode.Done;
    }

    private static string Sentence(ChainVerification verification) => verification switch
    {
        ChainVerification.Intact intact =>
            $"intact, {intact.Count} entries, head {Convert.ToHexStringLower(intact.Head.Hash)}{(intact.WithoutDetails > 0 ? $", details of {intact.WithoutDetails} erased" : "")}",
        ChainVerification.Broken broken => $"broken at entry {broken.AtSequence}: {broken.Reason}",
        _ => throw new InvalidOperationException($"{verification.GetType().Name} is not a result of verifying."),
    };
}
