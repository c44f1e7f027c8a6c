using System.Net;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Shell;

public sealed class AddressCheckTests(HubApplication hub) : IClassFixture<HubApplication>
{
    [Theory]
    [InlineData("/shops/fjord-and-fable?asOf=yesterday", "“yesterday” is no day that can be looked at: write it as 2026-11-23")]
    [InlineData("/shops/fjord-and-fable/checklist?asOf=9999-12-31", "“9999-12-31” is no day that can be looked at")]
    [InlineData("/shops/fjord-and-fable/reports?asOf=0001-01-01", "“0001-01-01” is no day that can be looked at")]
    [InlineData("/shops/fjord-and-fable/activities?record=abc", "“abc” names no record")]
    [InlineData("/shops/fjord-and-fable/activities?new=perhaps", "“perhaps” is neither true nor false")]
    [InlineData("/?page=second", "“second” is no number")]
    public async Task An_address_that_nobody_can_read_is_answered_with_a_sentence(string address, string sentence)
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync("officer");
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("This address cannot be read", text, StringComparison.Ordinal);
        Assert.Contains(sentence, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/shops/fjord-and-fable?asOf=2027-01-01"), InlineData("/shops/fjord-and-fable?asOf="), InlineData("/?page=2"), InlineData("/?unheard=of")]
    public async Task Every_other_address_is_answered_with_its_page(string address)
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync("officer");
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
