using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Http;

namespace ComplianceHub.Tests.Account;

/// <summary>What cookies are called and how they are sent, over https and over plain http.</summary>
public sealed class HostCookiesTests() : AccountTests(new HubApplication { Settings = { ["ForwardedHeaders_Enabled"] = "true" } })
{
    [Theory]
    [InlineData("https", "__Host-hub"), InlineData("http", "hub")]
    public void Over_https_no_neighbour_can_plant_one(string scheme, string name)
    {
        var context = new DefaultHttpContext { Request = { Scheme = scheme } };
        new HostCookies().AppendResponseCookie(context, "hub", "value", new() { Path = "/", Secure = scheme == "https" });
        Assert.StartsWith($"{name}=value", context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);

        var plain = new DefaultHttpContext { Request = { Scheme = "https", Headers = { Cookie = "hub=planted" } } };
        Assert.Null(new HostCookies().GetRequestCookie(plain, "hub"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_https_the_session_s_cookie_is_the_host_s_and_secure()
    {
        Browser.Headers["X-Forwarded-Proto"] = "https";
        Assert.Equal("/", new Uri(Hub.Address, (await Browser.SignInAsync("viewer")).Headers.Location!).PathAndQuery);

        var cookie = Assert.Single(Browser.LastCookies, cookie => cookie.StartsWith("__Host-hub=", StringComparison.Ordinal)).ToLowerInvariant();

        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await Browser.GetAsync(HubUrls.Account)).StatusCode);
    }
}
