namespace ComplianceHub.Components.Layout;

/// <summary>A headed group of the drawer: all shops, one shop, registers.</summary>
/// <param name="Title">The heading; the shop's name for the shop's group.</param>
/// <param name="Items">Its pages, in order.</param>
public sealed record NavGroup(string Title, IReadOnlyList<NavItem> Items);

/// <summary>One page in the drawer or among the phone's shortcuts.</summary>
/// <param name="Text">The page's name.</param>
/// <param name="Href">Its address, from <see cref="HubUrls"/>.</param>
/// <param name="Icon">A MudBlazor icon.</param>
/// <param name="Count">How many records it lists; null shows nothing.</param>
public sealed record NavItem(string Text, string Href, string Icon, int? Count = null)
{
    /// <summary>True when only this very address is the page, not the addresses below it.</summary>
    public bool IsExact { get; init; }
}
