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

/// <summary>A passkey of the browser's virtual device: made, used to sign in and to prove presence, removed.</summary>
public sealed class PasskeyJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    [Fact]
    public async Task Is_added_signs_in_proves_presence_and_is_removed()
    {
        await PasskeyDevice.PlugInAsync(Page);
        await SignInAsync("officer", "/import");
        await PasskeyDevice.AddPasskeyAsync(Page, "Blue laptop");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The passkey is added.");
        await Expect(Page.Locator("[data-passkeys] li")).ToContainTextAsync("Blue laptop");
        await AccessibleAsync();
        await Page.GotoAsync(HubUrls.Account);
        await Expect(Page.Locator("[data-sign-in-changes] li").First).ToContainTextAsync("Passkey added");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await Page.GotoAsync($"{HubUrls.Login}?returnUrl=%2Fdesign");
        await AccessibleAsync();
        await WithOfficerAsync((people, officer) => people.AccessFailedAsync(officer));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/design$"));
        await InteractiveAsync();
        Assert.Equal(0, await WithOfficerAsync((people, officer) => people.GetAccessFailedCountAsync(officer)));

        var proof = Page.Locator("[data-prove-presence][data-ready]");
        await proof.GetByRole(AriaRole.Button, new() { Name = "Confirm with a passkey" }).ClickAsync();
        await Expect(Page.Locator("[data-presence]")).ToContainTextAsync("Passkey, verified on the device");
        await proof.GetByLabel("Your password").FillAsync("not the password");
        await proof.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Expect(proof.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your password is wrong");
        await proof.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await proof.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Expect(Page.Locator("[data-presence]")).ToContainTextAsync("UTC: Password.");

        await Page.GotoAsync("/Account/Passkeys");
        var form = Page.Locator("[data-account=remove-passkey]");
        await form.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The passkey is removed");
        await Expect(Page.Locator("[data-passkeys]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Of_a_device_that_does_not_check_its_person_is_not_made()
    {
        await PasskeyDevice.PlugInAsync(Page, knowsItsPerson: false);
        await SignInAsync("administrator");
        await PasskeyDevice.AddPasskeyAsync(Page, "Red key");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No passkey was given");
    }

    private async Task<T> WithOfficerAsync<T>(Func<UserManager<HubUser>, HubUser, Task<T>> work)
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        var people = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        return await work(people, (await people.FindByEmailAsync("officer" + DemoPeople.AddressEnd))!);
    }
}
