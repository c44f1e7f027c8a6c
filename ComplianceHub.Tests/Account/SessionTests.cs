using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Account;

/// <summary>Sessions on the server: each ends there, at once, and the log says so once.</summary>
public sealed class SessionTests() : AccountTests(new HubApplication())
{
    private const string Ended = "session ended", Expired = "session expired";

    [Fact]
    public async Task Signing_out_ends_a_copied_cookie_at_once_and_leaves_the_other_browser()
    {
        await Browser.SignInAsync("viewer");
        using var thief = new FormBrowser(Hub) { Cookies = new(Browser.Cookies) };
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("viewer");

        await Browser.SubmitAsync(HubUrls.Account, "sign-out");

        Assert.True(await IsOutAsync(thief));
        Assert.False(await IsOutAsync(other));
        Assert.Single(await LoggedAsync(), "signed out");
        Assert.DoesNotContain(Ended, await LoggedAsync());
    }

    [Fact]
    public async Task The_account_page_lists_the_sessions_and_ends_one()
    {
        using var other = new FormBrowser(Hub) { Headers = { ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" } };
        await other.SignInAsync("viewer");
        Hub.Clock.Advance(TimeSpan.FromMinutes(5));
        await Browser.SignInAsync("viewer");

        var page = await Browser.PageAsync(HubUrls.Account);
        var rows = page.QuerySelectorAll("[data-session]").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(2, rows.Count);
        Assert.StartsWith("A browser This browser", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Firefox on Linux Last used 5 minutes ago · since 23 Nov 2026, 09:00 UTC", rows[1], StringComparison.Ordinal);

        var session = await OneOfAsync("Firefox on Linux");
        Assert.Null(await FormBrowser.ProblemAsync(await EndAsync(Browser, session)));
        Assert.True(await IsOutAsync(other));
        Assert.False(await IsOutAsync(Browser));
        Assert.Single(await LoggedAsync(), Ended);
    }

    [Fact]
    public async Task End_all_others_leaves_this_one()
    {
        using var second = new FormBrowser(Hub);
        using var third = new FormBrowser(Hub);
        foreach (var browser in new[] { second, third, Browser })
            await browser.SignInAsync("viewer");

        await Browser.SubmitAsync(HubUrls.Account, "end-sessions", ("Your password", DemoPeople.Password));

        Assert.Equal((true, true, false), (await IsOutAsync(second), await IsOutAsync(third), await IsOutAsync(Browser)));
        Assert.Equal(2, (await LoggedAsync()).Count(action => action == Ended));
    }

    [Fact]
    public async Task Without_the_password_no_session_ends()
    {
        using var owner = new FormBrowser(Hub);
        await owner.SignInAsync("viewer");
        await Browser.SignInAsync("viewer");
        foreach (var which in new Guid?[] { null, OwnSession(owner) })
            Assert.NotNull(await FormBrowser.ProblemAsync(await EndAsync(Browser, which, "not the password")));
        Assert.False(await IsOutAsync(owner));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await Browser.SignInAsync("viewer");
        using var other = new FormBrowser(Hub);
        using var second = new FormBrowser(Hub);
        foreach (var browser in new[] { second, other })
            await browser.SignInAsync("manager");

        await EndAsync(other, OwnSession(Browser));

        Assert.False(await IsOutAsync(second));
        Assert.False(await IsOutAsync(Browser));
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_at_once()
    {
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("viewer");
        await Browser.SignInAsync("viewer");
        using var thief = new FormBrowser(Hub) { Cookies = new(Browser.Cookies) };

        await Browser.SubmitAsync(AccountUrls.ChangePassword, "change-password",
            ("Your password now", "fjord and fable 2026"), ("New password", "an entirely new one"), ("New password again", "an entirely new one"));

        Assert.Equal((true, true, false), (await IsOutAsync(other), await IsOutAsync(thief), await IsOutAsync(Browser)));
        Assert.Equal(1, (await LoggedAsync()).Count(action => action == Ended));
        Assert.Equal(1, (await Browser.PageAsync(HubUrls.Account)).QuerySelectorAll("[data-session]").Length);
    }

    [Fact]
    public async Task Wrong_passwords_of_somebody_else_end_nothing()
    {
        await Browser.SignInAsync("viewer");
        using var stranger = new FormBrowser(Hub);
        for (var i = 0; i < 5; i++)
            await stranger.SignInAsync("viewer", "not the password");
        Assert.False(await IsOutAsync(Browser));
    }

    [Fact]
    public async Task A_disabled_account_has_no_session_left()
    {
        await Browser.SignInAsync("viewer");
        await WithPeopleAsync(async people =>
        {
            var person = (await people.FindByEmailAsync("viewer@demo.example"))!;
            await people.SetLockoutEndDateAsync(person, HubUser.Never);
            return await people.UpdateSecurityStampAsync(person);
        });
        Assert.True(await IsOutAsync(Browser));
    }

    [Fact]
    public async Task A_session_that_nobody_used_expires_with_one_event_also_when_its_person_never_comes_back()
    {
        await Browser.SignInAsync("viewer");
        using var other = new FormBrowser(Hub);
        await other.SignInAsync("viewer");
        Hub.Clock.Advance(TimeSpan.FromMinutes(33));
        Assert.True(await IsOutAsync(other));
        await other.SignInAsync("viewer");
        Assert.Equal(2, (await LoggedAsync()).Count(action => action == Expired));
        Assert.True(await IsOutAsync(Browser));
        Assert.Equal(2, (await LoggedAsync()).Count(action => action == Expired));
    }

    [Fact]
    public async Task The_changes_of_a_sign_in_are_dated_on_the_account_page()
    {
        await Browser.SignInAsync("viewer");
        await Browser.SubmitAsync(AccountUrls.ChangePassword, "change-password",
            ("Your password now", "fjord and fable 2026"), ("New password", "an entirely new one"), ("New password again", "an entirely new one"));
        var newest = (await Browser.PageAsync(HubUrls.Account)).QuerySelector("[data-sign-in-changes] li")!.TextContent;
        Assert.Contains("Password changed", newest, StringComparison.Ordinal);
        Assert.Contains("23 Nov 2026, 09:00 UTC", newest, StringComparison.Ordinal);
    }

    private static async Task<bool> IsOutAsync(FormBrowser browser) => browser.Target(await browser.GetAsync(HubUrls.Account)) is not null;

    private static Task<HttpResponseMessage> EndAsync(FormBrowser browser, Guid? session, string password = DemoPeople.Password) => browser.PostAsync(
        HubUrls.Account, HubUrls.Account, ("_handler", "end-sessions"), ("Ending.Which", session?.ToString() ?? ""), ("Ending.Password", password));

    private static Guid OwnSession(FormBrowser browser) => CurrentActor.SessionOf(browser.Person())!.Value;

    private async Task<IReadOnlyList<string>> LoggedAsync() => await LoggedAsync((await PersonAsync("viewer")).Id.ToString());

    private async Task<Guid> OneOfAsync(string device)
    {
        var person = (await PersonAsync("viewer")).Id;
        await using var scope = Hub.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserSessions>().OfAsync(person, Ct)).Single(session => session.Device == device).Id;
    }
}
