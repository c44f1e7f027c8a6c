using ComplianceHub.Tests.Architecture;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>
/// Every page that has an address, found by its route, so that a new page is held to the same from its first day:
/// one heading, no serious violation in light or dark, nothing to scroll sideways on a phone.
/// </summary>
public sealed class EveryPageTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const int PhoneWidth = 390;

    // The page of a server error is shown for a planted one only; the style guide has a test of its own.
    private static readonly string[] Elsewhere = ["/error", "/not-found", "/design"];

    public static TheoryData<string> Pages => [.. Code.Components
        .Where(page => !page.Namespace!.StartsWith("ComplianceHub.Account", StringComparison.Ordinal))
        .SelectMany(Routes).Except(Elsewhere)];

    public static TheoryData<string> AccountPages => [.. Code.Components
        .Where(page => page.Namespace!.StartsWith("ComplianceHub.Account", StringComparison.Ordinal))
        .SelectMany(Routes)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Is_good_to_use(string route)
    {
        await SignInAsync(path: route.Replace("{Slug}", "fjord-and-fable", StringComparison.OrdinalIgnoreCase));
        await Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await GoodAsync();
    }

    [Theory, MemberData(nameof(AccountPages))]
    public async Task Is_good_to_use_without_a_circuit(string route)
    {
        await Page.GotoAsync(route);
        await GoodAsync();
    }

    private async Task GoodAsync()
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await AccessibleAsync();
        await Page.SetViewportSizeAsync(PhoneWidth, 844);
        Assert.InRange(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, PhoneWidth);
    }

    private static IEnumerable<string> Routes(Type component) =>
        component.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>().Select(route => route.Template);
}
