using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Journeys;

/// <summary>Who opens an editor from a list is in that row again when it closes, and loses nothing on the way.</summary>
public sealed class EditorFocusTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Vendor = "SizeFit AI, Inc.";

    private ILocator Drawer => Page.GetByRole(AriaRole.Dialog);

    private ILocator Row => Page.GetByRole(AriaRole.Link, new() { Name = Vendor, Exact = true });

    [Theory, InlineData("Escape"), InlineData("Close"), InlineData("Cancel")]
    public async Task The_focus_returns_to_the_row_that_was_clicked(string way)
    {
        await BeginAsync();
        await OpenRowAsync();
        if (way == "Escape")
            await Page.Keyboard.PressAsync("Escape");
        else
            await Drawer.GetByRole(AriaRole.Button, new() { Name = way, Exact = true }).ClickAsync();
        await BackAsync();
    }

    [Fact]
    public async Task The_focus_returns_to_the_link_that_was_used_by_keyboard()
    {
        await BeginAsync();
        await Row.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await InsideAsync();
        await Page.Keyboard.PressAsync("Escape");
        await BackAsync();
    }

    [Fact]
    public async Task Escape_closes_the_drawer_while_the_focus_is_nowhere()
    {
        await BeginAsync();
        await OpenRowAsync();
        await Page.EvaluateAsync("document.activeElement.blur()");
        await Page.Keyboard.PressAsync("Escape");
        await BackAsync();
    }

    [Fact]
    public async Task After_a_save_the_focus_is_in_the_row_of_the_new_list()
    {
        await BeginAsync();
        await OpenRowAsync();
        await Drawer.GetByLabel("Owner").FillAsync($"Owner {Guid.NewGuid():N}");
        await Drawer.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await BackAsync();
    }

    [Fact]
    public async Task Escape_asks_about_a_word_that_is_still_being_typed()
    {
        await BeginAsync();
        await OpenRowAsync();
        var owner = Drawer.GetByLabel("Owner");
        await owner.FillAsync("");
        await owner.PressSequentiallyAsync("Half a na");
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Leave without saving?");
        await Drawer.GetByRole(AriaRole.Button, new() { Name = "Keep editing" }).ClickAsync();
        await Assertions.Expect(owner).ToBeFocusedAsync();
        await Assertions.Expect(owner).ToHaveValueAsync("Half a na");
        await Page.Keyboard.PressAsync("Escape");
        await Drawer.GetByRole(AriaRole.Button, new() { Name = "Discard changes" }).ClickAsync();
        await BackAsync();
    }

    [Fact]
    public async Task Escape_in_an_open_list_closes_the_list_and_not_the_editor()
    {
        await BeginAsync();
        await OpenRowAsync();
        await Drawer.GetByLabel("Uses sub-processors").ClickAsync();
        await Page.Locator(".mud-popover-open").First.WaitForAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
        await Assertions.Expect(Drawer).ToBeVisibleAsync();
    }

    private Task BeginAsync() => SignInAsync("officer", HubUrls.Register(RegisterNames.ThirdParties, "fjord-and-fable"));

    private async Task OpenRowAsync()
    {
        await Page.Locator("tr", new() { Has = Row }).Locator("td").Nth(2).ClickAsync();
        await InsideAsync();
    }

    private Task InsideAsync() => Assertions.Expect(Drawer.GetByRole(AriaRole.Heading, new() { Name = Vendor, Exact = true })).ToBeFocusedAsync();

    private async Task BackAsync()
    {
        await Assertions.Expect(Drawer).ToHaveCountAsync(0);
        await Assertions.Expect(Row).ToBeFocusedAsync();
    }
}
