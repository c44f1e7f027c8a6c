using Bunit;
using ComplianceHub.Components;
using ComplianceHub.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Tests.Components.Layout;

/// <summary>The frame marks where the reader is, and has no drawer for those who have no menu.</summary>
public sealed class HubShellTests : BunitContext
{
    public HubShellTests() => SetRendererInfo(new("Server", isInteractive: true));

    [Theory]
    [InlineData("/", "Portfolio")]
    [InlineData("/shops/fjord-and-fable", "Overview")]
    [InlineData("/shops/fjord-and-fable/checklist?regulation=GDPR", "Checklist")]
    [InlineData("/shops/fjord-and-fable/third-parties?record=1", "Third parties")]
    public void The_page_is_marked_in_the_drawer(string address, string page)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var current = Shell([ShopNav.AllShops(), ShopNav.Shop("fjord-and-fable", "Fjord & Fable"), ShopNav.Registers("fjord-and-fable")]).FindAll("#hub-nav [aria-current=page]");
        Assert.Equal(page, Assert.Single(current).TextContent.Trim());
    }

    [Fact]
    public void The_mark_follows_the_reader()
    {
        var shell = Shell([ShopNav.AllShops()]);
        Services.GetRequiredService<NavigationManager>().NavigateTo(HubUrls.Import);
        Assert.Equal("Import", shell.Find("#hub-nav [aria-current=page]").TextContent.Trim());
    }

    [Fact]
    public void Without_groups_there_is_no_drawer_and_no_menu_button()
    {
        var shell = Shell([]);
        Assert.Empty(shell.FindAll("#hub-nav, [aria-label='Open menu'], .shortcuts"));
    }

    [Theory]
    [InlineData(null), InlineData("fjord-and-fable")]
    public void Each_page_stands_in_the_drawer_once(string? slug)
    {
        NavGroup[] groups = [ShopNav.AllShops(hasRoom: true), .. slug is null ? Array.Empty<NavGroup>() : [ShopNav.Shop(slug, "Shop")], ShopNav.Registers(slug)];
        var pages = groups.SelectMany(group => group.Items).Select(item => item.Href).ToList();
        Assert.Equal(pages.Distinct(), pages);
        Assert.NotEmpty(Shell(groups).FindAll("#hub-nav a"));
    }

    [Fact]
    public void Who_may_not_import_finds_no_way_there() => Assert.DoesNotContain(ShopNav.AllShops(mayImport: false).Items, item => item.Href == HubUrls.Import);

    [Fact]
    public void It_says_when_its_buttons_work() => Assert.NotNull(Shell([]).Find("[data-interactive]"));

    [Fact]
    public void A_phone_keeps_five_places()
    {
        Assert.Equal(5, ShopNav.Shortcuts(null).Count);
        Assert.Equal(5, ShopNav.Shortcuts("fjord-and-fable").Count);
    }

    private IRenderedComponent<HubShell> Shell(IReadOnlyList<NavGroup> groups) => Render<HubShell>(shell => shell.Add(s => s.Groups, groups));
}
