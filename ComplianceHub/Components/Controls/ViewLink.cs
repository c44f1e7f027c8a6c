namespace ComplianceHub.Components.Controls;

/// <summary>One look at a list.</summary>
/// <param name="Text">"Heat map".</param>
/// <param name="Href">The same address with another view or order.</param>
/// <param name="IsCurrent">Whether it is shown now.</param>
/// <param name="Icon">A MudBlazor icon.</param>
public sealed record ViewLink(string Text, string Href, bool IsCurrent, string? Icon = null);
