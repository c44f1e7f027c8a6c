using ComplianceHub.Account;

namespace ComplianceHub.Tests.Account;

public sealed class AccountUrlsTests
{
    [Theory]
    [InlineData("/shops/fjord-and-fable/checklist?regulation=GDPR&requirement=GDPR-28-3#duty")]
    [InlineData("/import")]
    [InlineData("/")]
    [InlineData("/?search=caf%C3%A9%20%26%20bar")]
    [InlineData("/Account/Manage")]
    public void A_path_of_ours_is_kept(string path) => Assert.Equal(path, AccountUrls.Local(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%2F%2Fevil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/a/..%5c..%5cevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/%0d%0aSet-Cookie:a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData(" /import")]
    [InlineData("~/import")]
    [InlineData("/Account/Logout")]
    [InlineData("/account/login?returnUrl=%2F")]
    public void Anything_else_leads_to_the_portfolio(string? url) => Assert.Equal("/", AccountUrls.Local(url));
}
