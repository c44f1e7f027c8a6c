using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>Getting in, and not getting in.</summary>
public sealed partial class SigningInTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Manager = "manager" + DemoPeople.AddressEnd;
    private static readonly TimeSpan NextCode = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Takes_a_password_and_then_each_code_once()
    {
        var key = await GiveSecondFactorAsync(Manager);
        await GivePasswordAsync(Manager, DemoPeople.Password);
        await Expect(Page).ToHaveTitleAsync(CodePage());
        await AccessibleAsync();

        await GiveCodeAsync("000000");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code is wrong");

        var code = Authenticator.CodeOf(key, Hub.Clock.GetUtcNow());
        await GiveCodeAsync(code);
        await InteractiveAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Portfolio");

        await SignOutAsync();
        await GivePasswordAsync(Manager, DemoPeople.Password);
        await GiveCodeAsync(code);
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code is wrong");

        Hub.Clock.Advance(NextCode);
        await GiveCodeAsync(Authenticator.CodeOf(key, Hub.Clock.GetUtcNow()));
        await InteractiveAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Portfolio");
    }

    [Fact]
    public async Task Leads_on_to_the_page_that_was_asked_for()
    {
        await Page.GotoAsync(HubUrls.Checklist("olive-row"));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await Page.GetByLabel("E-mail address").FillAsync("officer" + DemoPeople.AddressEnd);
        await Page.GetByLabel("Password").FillAsync(DemoPeople.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await InteractiveAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/shops/olive-row/checklist"));
    }

    [Fact]
    public async Task Tells_nobody_which_half_was_wrong()
    {
        await GivePasswordAsync("viewer" + DemoPeople.AddressEnd, "not this one, 2026");
        var known = await Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        await GivePasswordAsync("nobody" + DemoPeople.AddressEnd, "not this one, 2026");
        Assert.Equal(known, await Page.GetByRole(AriaRole.Alert).InnerTextAsync());
    }

    private Task GiveCodeAsync(string code) => SendAsync("Code", code);

    private async Task SendAsync(string label, string text)
    {
        await Page.GetByLabel(label).FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private async Task SignOutAsync()
    {
        await Page.Locator("summary", new() { HasText = "Account of" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    private async Task<string> GiveSecondFactorAsync(string address)
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        var people = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        var person = (await people.FindByEmailAsync(address))!;
        await people.ResetAuthenticatorKeyAsync(person);
        await people.SetTwoFactorEnabledAsync(person, true);
        return (await people.GetAuthenticatorKeyAsync(person))!;
    }

    [GeneratedRegex("code", RegexOptions.IgnoreCase)]
    private static partial Regex CodePage();
}
