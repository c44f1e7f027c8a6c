using System.Security.Cryptography;
using ComplianceHub.Domain;
using Microsoft.Net.Http.Headers;

namespace ComplianceHub.Components;

/// <summary>
/// The headers every answer carries. MudBlazor writes style attributes and blazor.web.js inserts style elements
/// without a nonce, so styles need 'unsafe-inline'; scripts never do.
/// </summary>
public static partial class SecurityHeaders
{
    private static readonly object NonceKey = new();

    /// <summary>The value that marks this response's own script elements; new for each request.</summary>
    public static string CspNonce(this HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
        {
            nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            context.Items[NonceKey] = nonce;
        }

        return nonce;
    }

    /// <summary>Sets the headers when the response starts, after anything else could have set weaker ones.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            Write((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return ComesFromElsewhere(context) ? Refuse(context) : next(context);
    });

    /// <summary>Takes the browser's reports of blocked content and logs them.</summary>
    public static void MapCspReports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/csp", async (HttpRequest request, ILoggerFactory logs, CancellationToken ct) =>
        {
            // Anybody can post here: read a little, and keep out of the log what forges lines or moves a terminal's cursor.
            var buffer = new char[2048];
            using var reader = new StreamReader(request.Body);
            var length = await reader.ReadBlockAsync(buffer, ct);
            ContentBlocked(logs.CreateLogger("ComplianceHub.ContentSecurityPolicy"), Printable(buffer.AsSpan(0, length)));
            return Results.NoContent();
        }).DisableAntiforgery().AllowAnonymous().RequireRateLimiting(Limits.BrowserReports).ExcludeFromDescription();

    private static string Printable(Span<char> text)
    {
        foreach (ref var character in text)
        {
            if (character is '\n' or '\r' or '\t' or '\u2028' or '\u2029' || HiddenCharacters.IsHidden(character))
                character = ' ';
        }
        return new string(text);
    }

    // A browser opens a web socket for any page; SameSite cookies alone do not cover sibling subdomains.
    private static bool ComesFromElsewhere(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.Origin is [{ Length: > 0 } origin]
        && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != context.Request.Host.Value);

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        // A file download locks itself down further than a page; leave its own policy.
        if (headers[HeaderNames.ContentSecurityPolicy] is not [{ } own] || !own.StartsWith("sandbox", StringComparison.Ordinal))
            headers.ContentSecurityPolicy = Policy(context.CspNonce());
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.User.Identity?.IsAuthenticated == true && IsHtml(context.Response))
            headers.CacheControl = "no-store";
    }

    private static bool IsHtml(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    private static string Policy(string nonce) =>
        "default-src 'self'; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + $"script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; report-uri /csp";

    [LoggerMessage(LogLevel.Warning, "The browser blocked content: {Report}")]
    private static partial void ContentBlocked(ILogger log, string report);
}
