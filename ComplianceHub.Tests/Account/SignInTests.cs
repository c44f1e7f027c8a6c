using System.Net;
using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Account;

public sealed class SignInTests() : AccountTests(new HubApplication())
{
    private const string Anywhere = "/import";

    [Theory]
    [InlineData("/"), InlineData(Anywhere), InlineData("/design"), InlineData("/shops/fjord-and-fable"), InlineData("/nowhere"), InlineData("/Account/Manage")]
    public async Task Nobody_opens_a_page_without_signing_in(string path) =>
        Assert.Equal($"{HubUrls.Login}?returnUrl={Uri.EscapeDataString(path)}", Browser.Target(await Browser.GetAsync(path)));

    [Fact]
    public async Task Nobody_opens_a_circuit_without_signing_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Browser.GetAsync("/_blazor?id=1")).StatusCode);

    [Theory]
    [InlineData("administrator"), InlineData("officer"), InlineData("manager"), InlineData("auditor"), InlineData("viewer")]
    public async Task Every_account_of_the_demo_signs_in(string account)
    {
        Assert.Equal(Anywhere, Browser.Target(await Browser.SignInAsync(account, returnUrl: Anywhere)));
        Assert.Equal(HttpStatusCode.OK, (await Browser.GetAsync(HubUrls.Account)).StatusCode);
        Assert.Contains("signed in", await LoggedAsync((await PersonAsync(account)).Id.ToString()));
    }

    [Fact]
    public async Task A_return_address_elsewhere_leads_to_the_portfolio() =>
        Assert.Equal("/", Browser.Target(await Browser.SignInAsync("viewer", returnUrl: "https://evil.example/")));

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_read_the_same()
    {
        var wrong = await Browser.SignInAsync("viewer", "not the password");
        var unknown = await Browser.SignInAsync("nobody", "not the password");
        Assert.NotNull(await FormBrowser.ProblemAsync(wrong));
        Assert.Equal(await FormBrowser.ProblemAsync(wrong), await FormBrowser.ProblemAsync(unknown));
        Assert.Contains("failed to sign in", await LoggedAsync((await PersonAsync("viewer")).Id.ToString()));
        Assert.Contains("failed to sign in", await LoggedAsync("unknown"));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        for (var i = 0; i < 4; i++)
            await Browser.SignInAsync("viewer", "not the password");
        Assert.False(await IsLockedAsync("viewer"));
        await Browser.SignInAsync("viewer", "not the password");
        Assert.True(await IsLockedAsync("viewer"));

        var right = await Browser.SignInAsync("viewer");

        Assert.Equal(await FormBrowser.ProblemAsync(await Browser.SignInAsync("nobody")), await FormBrowser.ProblemAsync(right));
        Assert.NotNull(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
    }

    [Fact]
    public async Task Each_lock_is_longer_than_the_one_before_until_a_whole_sign_in()
    {
        await LockForAsync(TimeSpan.FromMinutes(1));
        await LockForAsync(TimeSpan.FromMinutes(5));
        await LockForAsync(TimeSpan.FromMinutes(15));
        Assert.Equal("/", Browser.Target(await Browser.SignInAsync("viewer")));
        await LockForAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_password_alone_is_no_account_before_the_invitation_is_accepted()
    {
        await WithPeopleAsync(async people =>
        {
            var person = (await people.FindByEmailAsync("viewer" + DemoPeople.AddressEnd))!;
            person.EmailConfirmed = false;
            return await people.UpdateAsync(person);
        });
        Assert.Equal(SignInSentences.Of(SignInOutcome.Refused, "The address or the password"), await FormBrowser.ProblemAsync(await Browser.SignInAsync("viewer")));
    }

    [Fact]
    public async Task The_session_s_cookie_is_for_this_site_and_no_script()
    {
        await Browser.SignInAsync("viewer");
        var cookie = Assert.Single(Browser.LastCookies, cookie => cookie.StartsWith("hub=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_our_page_is_refused()
    {
        await Browser.PageAsync(HubUrls.Login);
        Browser.Cookies.Remove("hub-form");
        using var http = new HttpClient { BaseAddress = Hub.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Input.Email"] = "a", ["Input.Password"] = "b" });
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(HubUrls.Login, form, Ct)).StatusCode);
        using var signOut = new FormUrlEncodedContent([]);
        await Browser.SignInAsync("viewer");
        Assert.Equal(HttpStatusCode.BadRequest, (await PostWithCookiesAsync(HubUrls.Logout, signOut)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Browser.GetAsync(HubUrls.Account)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_a_copied_session_too()
    {
        await Browser.SignInAsync("viewer");
        using var thief = new FormBrowser(Hub) { Cookies = new(Browser.Cookies) };
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(HubUrls.Account)).StatusCode);

        Assert.Equal(HubUrls.Login, Browser.Target(await Browser.SubmitAsync(HubUrls.Account, "sign-out")));

        Hub.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull(thief.Target(await thief.GetAsync(HubUrls.Account)));
        Assert.Contains("signed out", await LoggedAsync((await PersonAsync("viewer")).Id.ToString()));
    }

    [Fact]
    public async Task Half_an_hour_without_an_action_ends_the_session()
    {
        await Browser.SignInAsync("viewer");
        Hub.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Null(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
        Hub.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.NotNull(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
    }

    [Fact]
    public async Task Twelve_hours_end_the_session_however_busy_it_was()
    {
        await Browser.SignInAsync("viewer");
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            Assert.Null(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
            Hub.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        Hub.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_within_a_minute_and_keeps_this_one()
    {
        await Browser.SignInAsync("viewer");
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("viewer");

        await Browser.SubmitAsync(AccountUrls.ChangePassword, "change-password",
            ("Your password now", "fjord and fable 2026"), ("New password", "an entirely new one"), ("New password again", "an entirely new one"));

        Hub.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull(other.Target(await other.GetAsync(HubUrls.Account)));
        Assert.Null(Browser.Target(await Browser.GetAsync(HubUrls.Account)));
        Assert.NotNull(await FormBrowser.ProblemAsync(await other.SignInAsync("viewer")));
        Assert.Equal("/", other.Target(await other.SignInAsync("viewer", "an entirely new one")));
    }

    private async Task LockForAsync(TimeSpan length)
    {
        using var stranger = new FormBrowser(Hub);
        for (var i = 0; i < SignInLock.Tries; i++)
            await stranger.SignInAsync("viewer", "not the password");
        Hub.Clock.Advance(length - TimeSpan.FromSeconds(20));
        Assert.True(await IsLockedAsync("viewer"));
        Hub.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.False(await IsLockedAsync("viewer"));
    }

    private async Task<bool> IsLockedAsync(string account)
    {
        var person = await PersonAsync(account);
        return await WithPeopleAsync(people => people.IsLockedOutAsync(person));
    }

    private async Task<HttpResponseMessage> PostWithCookiesAsync(string path, HttpContent content)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Hub.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Cookie", string.Join("; ", Browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        return await http.SendAsync(request, Ct);
    }
}
