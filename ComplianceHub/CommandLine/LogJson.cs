using System.Globalization;
using System.Text.Json.Nodes;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Features.AuditLog;

namespace ComplianceHub.CommandLine;

/// <summary>The result of <c>log verify --json</c>.</summary>
internal static class LogJson
{
    public static string Of(VerifiedLog log) => new JsonObject
    {
        // Neither true nor false when the signatures cannot be judged.
        ["intact"] = log.Worst == LogFault.Unchecked ? null : log.IsIntact,
        ["exitCode"] = ExitCode.Of(log.Worst),
        ["chains"] = new JsonArray([.. log.Chains.Select(chain => Chain(chain))]),
        ["checkpoints"] = new JsonObject
        {
            ["count"] = log.Checkpoints.Count,
            ["root"] = log.Checkpoints.Last is { } last ? Convert.ToHexStringLower(last.LogRoot) : null,
            ["remark"] = log.Checkpoints.Remark,
            ["at"] = log.Checkpoints.Last?.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        },
        ["faults"] = new JsonArray([.. log.Faults.Select(fault => (JsonNode)fault)]),
        ["cannotBeChecked"] = log.Unchecked,
    }.ToJsonString(ReadableJson.Options);

    private static JsonObject Chain(VerifiedChain chain) => chain.Verification switch
    {
        ChainVerification.Intact intact => new()
        {
            ["chain"] = chain.Name,
            ["intact"] = true,
            ["entries"] = intact.Count,
            ["head"] = Convert.ToHexStringLower(intact.Head.Hash),
            ["detailsErased"] = intact.WithoutDetails,
        },
        ChainVerification.Broken broken => new()
        {
            ["chain"] = chain.Name,
            ["intact"] = false,
            ["brokenAt"] = broken.AtSequence,
            ["reason"] = broken.Reason,
        },
        _ => throw new InvalidOperationException($"{chain.Verification.GetType().Name} is not a result of verifying."),
    };
}
