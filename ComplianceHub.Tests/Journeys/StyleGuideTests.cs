using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>The page with every control in every state: what is wrong with a control shows here first.</summary>
public sealed class StyleGuideTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task Every_control_is_accessible(int width, int height)
    {
        await Page.SetViewportSizeAsync(width, height);
        await SignInAsync(path: "/design");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("States and components");
        await AccessibleAsync();
    }
}
