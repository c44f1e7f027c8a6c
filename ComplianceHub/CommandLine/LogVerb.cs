using System.CommandLine;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Features.AuditLog;

namespace ComplianceHub.CommandLine;

/// <summary><c>log verify</c>: reads the audit log from its first entry and says whether it is intact.
/// <c>log rotate-key</c>: lets the next key sign checkpoints.</summary>
internal static class LogVerb
{
    public static Command Command(TextWriter output) => new("log", "The audit log.") { Verify(output), RotateKey(output) };

    private static Command Verify(TextWriter output)
    {
        var shop = SharedOptions.Shop("Only the chain of this shop.");
        var all = new Option<bool>("--all") { Description = "Every chain; what it does without --shop." };
        var anchors = new Option<string?>("--anchors") { Description = "A folder with copies of checkpoints, or reports, that were kept elsewhere, to compare with.", HelpName = "folder" };
        var files = new Option<bool>("--files") { Description = "Compares the bytes of evidence files too." };
        var json = new Option<bool>("--json") { Description = "The result as JSON." };
        var verify = new Command("verify", "Verifies the audit log and its checkpoints: every chain, or the chain of one shop.") { shop, all, anchors, files, json };
        verify.SetAction(async (parsed, ct) =>
        {
            var slug = parsed.GetValue(shop);
            if (slug is not null && parsed.GetValue(all))
                throw new DomainException("Give --shop or --all, not both.");
            await using var session = await CommandSession.OpenAsync(parsed.GetValue(HubCommandLine.Database), ct);
            var log = await FindAsync(session, slug, ChecksOf(parsed.GetValue(anchors), parsed.GetValue(files)), ct);
            await output.WriteLineAsync(parsed.GetValue(json) ? LogJson.Of(log) : string.Join(Environment.NewLine, Lines(log, slug is not null)));
            return ExitCode.Of(log.Worst);
        });
        return verify;
    }

    private static Command RotateKey(TextWriter output)
    {
        var rotate = new Command("rotate-key", "Makes a new key that signs checkpoints from now on, introduced by the one before it.");
        var lost = new Option<bool>("--lost") { Description = "Goes on with a new key under a new name, because the one before is lost; the log says so." };
        rotate.Add(lost);
        rotate.SetAction(async (parsed, ct) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetValue(HubCommandLine.Database), ct);
            if (session.IsBare)
                throw new DomainException("The database has no log yet: start the web host once.");
            if (parsed.GetValue(lost))
            {
                var continued = await session.Get<Checkpoints>().ContinueWithoutKeyAsync(ct);
                await output.WriteLineAsync($"key {continued.Current.Key.IdText} signs from now on as {continued.Origin}, after checkpoint {continued.Current.Continuation!.Checkpoint}");
                return ExitCode.Done;
            }
            var keys = await session.Get<Checkpoints>().RotateKeyAsync(ct);
            await output.WriteLineAsync($"key {keys.Current.Key.IdText} signs from now on; {keys.Keys[^2].Key.IdText} introduced it");
            return ExitCode.Done;
        });
        return rotate;
    }

    private static LogChecks ChecksOf(string? folder, bool files) => new(folder, files) { Reports = ReportsOfFolder.ProofsIn(folder) };

    private static async Task<VerifiedLog> FindAsync(CommandSession session, string? slug, LogChecks checks, CancellationToken ct)
    {
        if (slug is not null)
        {
            return (session.IsBare ? null : await session.Get<ChainVerifier>().OfShopAsync(slug, checks, ct))
                ?? throw new DomainException($"There is no shop with the short name “{slug}”.");
        }
        return session.IsBare
            ? new([new("", new ChainVerification.Intact(0, ChainHead.Empty(ChainId.System)))], [])
            : await session.Get<ChainVerifier>().AllAsync(checks, ct);
    }

    // One shop's chain has a line without its name.
    private static IEnumerable<string> Lines(VerifiedLog log, bool isOneShop)
    {
        foreach (var chain in log.Chains)
            yield return isOneShop || chain.Name.Length == 0 ? Sentence(chain.Verification) : $"{chain.Name}: {Sentence(chain.Verification)}";
        if (!isOneShop && log.Checkpoints is { Last: { } last, Faults.Count: 0 })
            yield return $"checkpoints: intact, {log.Checkpoints.Count} checkpoints, root {Convert.ToHexStringLower(last.LogRoot)}";
        if (log.Checkpoints.Remark is { } remark)
            yield return $"note: {remark}";
        foreach (var fault in log.Faults)
            yield return $"broken: {fault}";
        if (log.Unchecked is { } reason)
            yield return $"cannot be checked: {reason}";
    }

    private static string Sentence(ChainVerification verification) => verification switch
    {
        ChainVerification.Intact intact =>
            $"intact, {intact.Count} entries, head {Convert.ToHexStringLower(intact.Head.Hash)}{(intact.WithoutDetails > 0 ? $", details of {intact.WithoutDetails} erased" : "")}",
        ChainVerification.Broken broken => $"broken at entry {broken.AtSequence}: {broken.Reason}",
        _ => throw new InvalidOperationException($"{verification.GetType().Name} is not a result of verifying."),
    };
}
