using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ComplianceHub.Components;

/// <summary>
/// How much of the program one visitor may use: what costs work or grows a log for each request is counted.
/// </summary>
public static class Limits
{
    /// <summary>The limit of printed reports and files: each is rendered or read anew, and each is an entry in the log.</summary>
    public const string Downloads = "Downloads";

    /// <summary>The limit of reports that browsers send without anybody being signed in.</summary>
    public const string BrowserReports = "Browser reports";

    /// <summary>The limit of reports that are checked without anybody being signed in: each is hashed and compared.</summary>
    public const string Verifications = "Verifications";

    /// <summary>Largest body of a request, in bytes. Forms are small, and files come through the circuit of somebody
    /// who is signed in: so nobody fills memory or disk before they have said who they are.</summary>
    public const long LargestBody = 256 * 1024;

    private const int DownloadsPerMinute = 60;
    private const int ReportsPerMinute = 30;
    private const int VerificationsPerMinute = 20;
    private const int Segments = 6;
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Registers the limits.</summary>
    public static void AddHubLimits(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RefuseAsync;
            limiter.AddPolicy(Downloads, context => RateLimitPartition.GetSlidingWindowLimiter(
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = DownloadsPerMinute, Window = Minute, SegmentsPerWindow = Segments }));
            limiter.AddPolicy(Verifications, context => RateLimitPartition.GetFixedWindowLimiter(
                NetworkOf(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = VerificationsPerMinute, Window = Minute }));
            // All visitors together: the log is one.
            limiter.AddPolicy(BrowserReports, _ => RateLimitPartition.GetFixedWindowLimiter(
                "", _ => new FixedWindowRateLimiterOptions { PermitLimit = ReportsPerMinute, Window = Minute }));
        });
    }

    /// <summary>What counts as one visitor of whom nothing but the address is known. A connection gets 2^64 addresses of
    /// version 6 from its provider, so they count as one.</summary>
    internal static string NetworkOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes),
        var address => address.ToString(),
    };

    /// <summary>A visitor with those next door. Who rents machines gets a row of addresses of version 4, so 256 of them count
    /// together where a limit is wide enough for a whole office.</summary>
    internal static string NeighboursOf(HttpContext context) =>
        NetworkOf(context) is var network && network.LastIndexOf('.') is > 0 and var host ? network[..host] : network;

    // With words of its own, or the page for what does not exist would be shown.
    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken ct)
    {
        var response = context.HttpContext.Response;
        response.Headers.RetryAfter = Minute.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync("Too many requests within a minute. Wait a minute, then try again.", ct);
    }
}
