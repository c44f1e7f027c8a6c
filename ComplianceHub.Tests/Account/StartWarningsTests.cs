using ComplianceHub.Account;

namespace ComplianceHub.Tests.Account;

public sealed class StartWarningsTests
{
    [Theory]
    [InlineData("http://localhost:5000", false), InlineData("http://127.0.0.1:5000", false), InlineData("http://[::1]:5000", false)]
    [InlineData("https://+:443", false), InlineData("http://+:80", true), InlineData("http://0.0.0.0:80", true), InlineData("http://[::]:80", true), InlineData("http://hub.example", true)]
    public void Plain_http_for_other_machines_is_named(string address, bool isNamed)
    {
        Assert.Equal(isNamed, StartWarnings.Of([address], isBehindProxy: false, hasKeyCertificate: true).Any());
        Assert.Empty(StartWarnings.Of([address], isBehindProxy: true, hasKeyCertificate: true));
    }

    [Fact]
    public void Unencrypted_keys_are_named() =>
        Assert.Contains("Account:KeyCertificate", Assert.Single(StartWarnings.Of([], isBehindProxy: false, hasKeyCertificate: false)), StringComparison.Ordinal);
}
