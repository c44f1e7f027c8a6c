using ComplianceHub.Components;
using ComplianceHub.Features.Audits.Verify;
using ComplianceHub.Tests.Architecture;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Given;

/// <summary>Somebody who goes through every page that has an address, found by its route, so that a new page is held to the
/// same from its first day: one heading, no serious violation in light or dark and nothing to scroll sideways, at a desk
/// and on a phone.</summary>
public abstract class PageByPage(HubApplication hub, Chromium chromium) : Visit(hub, chromium)
{
    // The page of a server error is shown for a planted one only; the style guide and the auditor's room have tests of their own.
    private static readonly string[] Elsewhere = ["/error", "/not-found", "/design", HubUrls.AuditorRoom];

    /// <summary>The part of a route that names an audit.</summary>
    protected const string OfAudit = "{Id:guid}";

    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    /// <summary>The windows that each page is looked at in.</summary>
    protected virtual IReadOnlyList<ViewportSize> Windows => [Desk, Phone];

    /// <summary>The window of a phone alone: enough where there is little to see.</summary>
    protected static IReadOnlyList<ViewportSize> PhoneAlone => [Phone];

    /// <summary>The pages of people who are signed in.</summary>
    protected static IEnumerable<string> Routes => RoutesOf(isAccount: false).Except(Elsewhere);

    /// <summary>The pages of the account.</summary>
    protected static IEnumerable<string> AccountRoutes => RoutesOf(isAccount: true);

    /// <summary>Opens a page as an administrator and holds it to all of it.</summary>
    protected async Task SeeAsync(string route, string shop)
    {
        var audit = route.Contains(OfAudit, StringComparison.Ordinal) ? $"{(await GivenAudits.OfAsync(Hub)).For(route)}" : "";
        await SignInAsync(path: route.Replace("{Slug}", shop, StringComparison.OrdinalIgnoreCase).Replace(OfAudit, audit, StringComparison.Ordinal));
        await Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await GoodAsync();
    }

    /// <summary>Holds the open page to all of it.</summary>
    protected async Task GoodAsync()
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        foreach (var window in Windows)
        {
            await Page.SetViewportSizeAsync(window.Width, window.Height);
            await AccessibleAsync();
            Assert.InRange(await Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"), 1, window.Width);
        }
    }

    // Pages without a circuit: those of the account, and the one that checks reports for everybody.
    private static bool IsStatic(Type component) => component.Namespace!.StartsWith("ComplianceHub.Account", StringComparison.Ordinal) || component == typeof(VerifyPage);

    private static IEnumerable<string> RoutesOf(bool isAccount) =>
        from component in Code.Components
        where IsStatic(component) == isAccount
        from route in component.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>()
        select route.Template;
}
