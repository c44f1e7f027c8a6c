using Bunit;
using ComplianceHub.Components.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>Leaving an editor with changes asks first.</summary>
public sealed class DrawerEditorTests : BunitContext
{
    private bool _isClosed;

    public DrawerEditorTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Escape_closes_what_has_not_changed()
    {
        Drawer(hasChanges: false).Find("[role=dialog]").KeyDown("Escape");
        Assert.True(_isClosed);
    }

    [Theory, InlineData("Discard changes", true), InlineData("Keep editing", false)]
    public void With_changes_it_asks(string answer, bool closes)
    {
        var drawer = Drawer(hasChanges: true);
        drawer.Find("[role=dialog]").KeyDown("Escape");
        Assert.False(_isClosed);
        Assert.Contains("Leave without saving?", drawer.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        drawer.FindAll("footer button").Single(button => button.TextContent == answer).Click();
        Assert.Equal(closes, _isClosed);
    }

    [Fact]
    public void A_link_elsewhere_asks_too()
    {
        var drawer = Drawer(hasChanges: true);
        var navigation = Services.GetRequiredService<NavigationManager>();
        var here = navigation.Uri;
        navigation.NavigateTo("/elsewhere");
        Assert.Equal(here, navigation.Uri);
        Assert.NotNull(drawer.Find("[role=alert]"));
    }

    [Fact]
    public void It_is_a_dialog_named_by_its_title()
    {
        var drawer = Drawer(hasChanges: false);
        var id = drawer.Find("[role=dialog][aria-modal=true]").GetAttribute("aria-labelledby");
        Assert.Equal("Data processing agreement", drawer.Find($"#{id}").TextContent);
    }

    private IRenderedComponent<DrawerEditor> Drawer(bool hasChanges) => Render<DrawerEditor>(drawer => drawer
        .Add(d => d.Title, "Data processing agreement").Add(d => d.HasChanges, hasChanges)
        .Add(d => d.OnClose, () => _isClosed = true).AddChildContent("<p>Fields</p>"));
}
