using System.Threading.RateLimiting;
using ComplianceHub.Components;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>How often one network address may try to sign in for one account, it and its neighbours for any, and everybody
/// together. What one limit refuses takes nothing of the next, so that one address alone shuts nobody else out.</summary>
internal sealed class SignInLimiter(IOptions<AccountOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<SignInTry> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<SignInTry, (string, string)>(attempt =>
            RateLimitPartition.GetFixedWindowLimiter((attempt.Address, attempt.Account), _ => PerMinute(options.Value.TriesPerMinute))),
        PartitionedRateLimiter.Create<SignInTry, string>(attempt =>
            RateLimitPartition.GetFixedWindowLimiter(attempt.Neighbours, _ => PerMinute(options.Value.TriesPerMinuteAndAddress))),
        PartitionedRateLimiter.Create<SignInTry, string>(_ =>
            RateLimitPartition.GetFixedWindowLimiter("", _ => PerMinute(options.Value.TriesPerMinuteTogether))));

    /// <summary>Counts a try; false when there were too many.</summary>
    public bool Permits(HttpContext context, string account)
    {
        using var lease = _limiter.AttemptAcquire(new(Limits.NetworkOf(context), Limits.NeighboursOf(context), account.ToUpperInvariant()));
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private static FixedWindowRateLimiterOptions PerMinute(int tries) => new() { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) };

    private sealed record SignInTry(string Address, string Neighbours, string Account);
}
