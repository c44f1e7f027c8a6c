using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ComplianceHub.Components.Layout;

/// <summary>The visual frame. Without groups (an auditor's room, the sign-in pages) there is no drawer and no menu.</summary>
public sealed partial class HubShell : IDisposable
{
    /// <summary>The shop switcher, left in the app bar.</summary>
    [Parameter]
    public RenderFragment? Switcher { get; set; }

    /// <summary>The search button, right in the app bar.</summary>
    [Parameter]
    public RenderFragment? Search { get; set; }

    /// <summary>The account menu, at the app bar's end.</summary>
    [Parameter]
    public RenderFragment? Account { get; set; }

    /// <summary>Where the name in the app bar leads.</summary>
    [Parameter]
    public string Home { get; set; } = HubUrls.Portfolio;

    /// <summary>The page.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The drawer.</summary>
    [Parameter]
    public IReadOnlyList<NavGroup> Groups { get; set; } = [];

    /// <summary>At most five places for the phone's foot.</summary>
    [Parameter]
    public IReadOnlyList<NavItem> Shortcuts { get; set; } = [];

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // <base href="/"> would turn a bare "#content" into the portfolio.
    private string SkipTo => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    private string Path => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0];

    /// <inheritdoc />
    public void Dispose() => Navigation.LocationChanged -= Redraw;

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += Redraw;

    private string? Current(NavItem item)
    {
        var isHere = string.Equals(Path, item.Href, StringComparison.OrdinalIgnoreCase)
            || (!item.IsExact && Path.StartsWith(item.Href + "/", StringComparison.OrdinalIgnoreCase));
        return isHere ? "page" : null;
    }

    private void Redraw(object? sender, LocationChangedEventArgs e) => InvokeAsync(StateHasChanged);
}
