using ComplianceHub.Components;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>The pages around signing in, and the page of people, as somebody sees and uses them.</summary>
public sealed class AccountPagesTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task Every_account_page_is_accessible(int width, int height)
    {
        await Page.SetViewportSizeAsync(width, height);
        foreach (var path in new[] { HubUrls.Login, "/Account/ForgottenPassword", "/Account/LoginWithCode", "/Account/LoginWithRecoveryCode", "/Account/SetUp" })
            await SeeAsync(path);
        await SignInAsync("officer", "/import");
        foreach (var path in new[] { HubUrls.Account, "/Account/ChangePassword", "/Account/SecondFactor", "/Account/AnotherApp", "/Account/Passkeys" })
            await SeeAsync(path);
    }

    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task An_administrator_invites_a_person_and_takes_the_grant_away(int width, int height)
    {
        await Page.SetViewportSizeAsync(width, height);
        await SignInAsync(path: HubUrls.PeopleAndGrants);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Invite a person" }).ClickAsync();
        var email = $"nora.{width}@group.example";
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Nora New");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Role").SelectOptionAsync("Manager");
        await AccessibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();

        await Expect(Page.Locator("[data-person-link]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/Account/AcceptInvitation"));
        var row = Page.Locator($"[data-person='{email}']");
        await Expect(row).ToContainTextAsync("Manager, The group");
        await AccessibleAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Take away" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take away" }).ClickAsync();
        await Expect(row).ToContainTextAsync("No grant: sees nothing.");
    }

    [Fact]
    public async Task An_administrator_proves_presence_before_an_account_is_disabled()
    {
        await SignInAsync(path: HubUrls.PeopleAndGrants);
        var row = Page.Locator("[data-person='auditor@demo.example']");
        await row.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("[data-prove-presence][data-ready]").WaitForAsync();
        await AccessibleAsync();
        await ProveAsync("not the password");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your password is wrong");
        await Expect(row).Not.ToContainTextAsync("Disabled");

        await ProveAsync(DemoPeople.Password);
        await Expect(row).ToContainTextAsync("Disabled");
        await Expect(dialog).ToHaveCountAsync(0);

        async Task ProveAsync(string password)
        {
            await dialog.GetByLabel("Your password").FillAsync(password);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Disable", Exact = true }).ClickAsync();
        }
    }

    private async Task SeeAsync(string path)
    {
        await Page.GotoAsync(path);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        Assert.False(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{path} scrolls sideways");
        await AccessibleAsync();
    }
}
