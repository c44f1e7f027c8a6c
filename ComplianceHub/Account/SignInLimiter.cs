using System.Threading.RateLimiting;
using ComplianceHub.Components;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>How often one network address may try to sign in, for one account and for all together.</summary>
internal sealed class SignInLimiter(IOptions<AccountOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<(string Address, string Account)> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Account), (string, string)>(attempt =>
            RateLimitPartition.GetFixedWindowLimiter(attempt, _ => PerMinute(options.Value.TriesPerMinute))),
        PartitionedRateLimiter.Create<(string Address, string Account), string>(attempt =>
            RateLimitPartition.GetFixedWindowLimiter(attempt.Address, _ => PerMinute(options.Value.TriesPerMinuteAndAddress))));

    /// <summary>Counts a try; false when there were too many.</summary>
    public bool Permits(HttpContext context, string account)
    {
        using var lease = _limiter.AttemptAcquire((Limits.NetworkOf(context), account.ToUpperInvariant()));
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private static FixedWindowRateLimiterOptions PerMinute(int tries) => new() { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) };
}
