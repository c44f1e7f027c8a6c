using System.Net;
using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Account;

/// <summary>The first start in Production: nothing is there, and nobody has a password that somebody else knows.</summary>
public sealed class SetUpTests() : AccountTests(new HubApplication { EnvironmentName = "Production" })
{
    private const string Email = "first@group.example";
    private const string Password = "tides turn twice a day";

    private string Link => HubUrls.SetUp(Hub.Services.GetRequiredService<SetUpLink>().Make());

    [Fact]
    public async Task There_is_no_account_and_no_shop()
    {
        await using var db = await OpenAsync();
        Assert.Equal((0, 0), (await db.Users.CountAsync(Ct), await db.Shops.CountAsync(Ct)));
        Assert.NotNull(await FormBrowser.ProblemAsync(await Browser.SignInAsync("administrator")));
    }

    [Fact]
    public async Task The_link_creates_an_administrator_of_the_group_once()
    {
        var link = Link;
        Assert.Equal(AccountUrls.LoginAfter(AfterPassword.SetUp), Browser.Target(await SetUpAsync(link)));

        await using var db = await OpenAsync();
        var grant = await db.Grants.SingleAsync(Ct);
        Assert.Equal((HubRole.Administrator, GrantScope.Group, null), (grant.Role, grant.Scope, grant.Until));
        Assert.Contains("does not work any more", await FormBrowser.ProblemAsync(await Browser.GetAsync(link)), StringComparison.Ordinal);
        Assert.Contains("an administrator already", await FormBrowser.ProblemAsync(await SetUpAsync(Link, "second@group.example")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_ends_after_a_day()
    {
        var link = Link;
        Hub.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Contains("does not work any more", await FormBrowser.ProblemAsync(await Browser.GetAsync(link)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""), InlineData("?secret="), InlineData("?secret=abc")]
    public async Task Another_secret_opens_nothing(string query)
    {
        _ = Link;
        Assert.Contains("does not work any more", await FormBrowser.ProblemAsync(await Browser.GetAsync("/Account/SetUp" + query)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eleven char", "12 characters"), InlineData("first@group.example", "your name or address"), InlineData("aaaaaaaaaaaaaa", "pattern")]
    public async Task A_password_that_is_guessed_first_is_refused(string password, string because) =>
        Assert.Contains(because, await FormBrowser.ProblemAsync(await SetUpAsync(Link, password: password)), StringComparison.Ordinal);

    [Fact]
    public async Task A_password_needs_no_signs_and_may_be_long() =>
        Assert.NotNull(Browser.Target(await SetUpAsync(Link, password: string.Concat(Enumerable.Repeat("the sea is wide ", 8)))));

    [Fact]
    public async Task Without_a_second_factor_only_its_set_up_page_opens()
    {
        await SetUpAsync(Link);
        await Browser.SignInAsync(Email, Password);
        foreach (var path in new[] { "/", "/import", HubUrls.Account, AccountUrls.ChangePassword })
            Assert.Equal(AccountUrls.SecondFactor, Browser.Target(await Browser.GetAsync(path)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Browser.GetAsync("/_blazor?id=1")).StatusCode);

        await SetUpSecondFactorAsync(Password);

        Assert.Equal(HttpStatusCode.OK, (await Browser.GetAsync("/import")).StatusCode);
        // Identity reads the person anew after a minute; that the session has both factors must outlast it.
        Hub.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await Browser.GetAsync("/import")).StatusCode);
        Hub.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await Browser.GetAsync("/import")).StatusCode);
    }

    private Task<HttpResponseMessage> SetUpAsync(string link, string email = Email, string password = Password) => Browser.SubmitAsync(link, "set-up",
        ("Your name", "Ada First"), ("E-mail address", email), ("New password", password), ("New password again", password));

    private async Task<HubDbContext> OpenAsync()
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
    }
}
