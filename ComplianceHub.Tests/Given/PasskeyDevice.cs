using ComplianceHub.Demo;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Given;

/// <summary>The browser's virtual device for passkeys.</summary>
internal static class PasskeyDevice
{
    /// <summary>Plugs a device into the browser of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="knowsItsPerson">Whether the device checks who holds it.</param>
    public static async Task PlugInAsync(IPage page, bool knowsItsPerson = true)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = knowsItsPerson,
                ["isUserVerified"] = knowsItsPerson,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Adds a passkey to the account of whoever is signed in.</summary>
    public static async Task AddPasskeyAsync(IPage page, string name)
    {
        await page.GotoAsync("/Account/Passkeys");
        var form = page.Locator("[data-account=start-passkey]");
        await form.GetByLabel("Name of the new passkey").FillAsync(name);
        await form.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the passkey" }).ClickAsync();
    }
}
