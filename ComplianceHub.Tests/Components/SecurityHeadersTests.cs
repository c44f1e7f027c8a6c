using System.Net;
using System.Security.Claims;
using ComplianceHub.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace ComplianceHub.Tests.Components;

/// <summary>The headers of every answer.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private readonly WebApplication _app;
    private HttpClient _client = null!;

    public SecurityHeadersTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        _app = builder.Build();
        _app.UseSecurityHeaders();
        _app.Use((context, next) =>
        {
            if (context.Request.Query.ContainsKey("signed-in"))
                context.User = new ClaimsPrincipal(new ClaimsIdentity([], "test"));
            return next(context);
        });
        _app.MapGet("/", (HttpContext context) => Results.Content($"<script nonce=\"{context.CspNonce()}\"></script>", "text/html"));
        _app.MapGet("/file", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            return Results.Bytes([1], "application/pdf");
        });
        _app.MapGet("/_blazor", () => "socket");
        _app.MapCspReports();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Ct);
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Scripts_need_the_nonce_of_this_answer()
    {
        var (first, second) = (await _client.GetAsync("/", Ct), await _client.GetAsync("/", Ct));
        var policy = Header(first, "Content-Security-Policy");
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains(nonce, await first.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.NotEqual(policy, Header(second, "Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy.Split("script-src")[1].Split(';')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Security-Policy", "frame-ancestors 'none'")]
    [InlineData("Content-Security-Policy", "default-src 'self'")]
    [InlineData("Content-Security-Policy", "object-src 'none'")]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "same-origin")]
    [InlineData("Permissions-Policy", "camera=()")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Cross-Origin-Resource-Policy", "same-origin")]
    public async Task Every_answer_says(string header, string value) =>
        Assert.Contains(value, Header(await _client.GetAsync("/nowhere", Ct), header), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_of_a_person_is_not_kept()
    {
        Assert.True((await _client.GetAsync("/?signed-in", Ct)).Headers.CacheControl?.NoStore);
        Assert.Null((await _client.GetAsync("/", Ct)).Headers.CacheControl);
    }

    [Fact]
    public async Task A_file_keeps_its_narrower_policy() =>
        Assert.Equal("sandbox; default-src 'none'", Header(await _client.GetAsync("/file", Ct), "Content-Security-Policy"));

    [Theory]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_circuit_opens_for_our_own_pages_only(string origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        request.Headers.Add("Origin", origin);
        Assert.Equal(status, (await _client.SendAsync(request, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_report_of_any_length_is_taken() =>
        Assert.Equal(HttpStatusCode.NoContent, (await _client.PostAsync("/csp", new StringContent(new string('x', 100_000)), Ct)).StatusCode);

    private static string Header(HttpResponseMessage response, string name) => string.Join(' ', response.Headers.GetValues(name));
}
