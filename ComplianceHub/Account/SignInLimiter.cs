using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>How often one network address may try to sign in, for one account and for all together.</summary>
internal sealed class SignInLimiter(IOptions<AccountOptions> options) : IDisposable
{
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<(string Address, string Account)> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Account), (string, string)>(attempt =>
            RateLimitPartition.GetFixedWindowLimiter(attempt, _ => PerMinute(options.Value.TriesPerMinute))),
        PartitionedRateLimiter.Create<(string Address, string Account), string>(attempt =>
            RateLimitPartition.GetFixedWindowLimiter(attempt.Address, _ => PerMinute(options.Value.TriesPerMinuteAndAddress))));

    /// <summary>Counts a try; false when there were too many.</summary>
    public bool Permits(HttpContext context, string account)
    {
        using var lease = _limiter.AttemptAcquire((NetworkOf(context.Connection.RemoteIpAddress), account.ToUpperInvariant()));
        return lease.IsAcquired;
    }

    /// <summary>What counts as one address. A connection gets 2^64 addresses of version 6 from its provider, so they count as one.</summary>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes),
        _ => address.ToString(),
    };

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private static FixedWindowRateLimiterOptions PerMinute(int tries) => new() { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) };
}
