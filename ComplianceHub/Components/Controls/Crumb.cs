namespace ComplianceHub.Components.Controls;

/// <summary>One step of the trail above a page.</summary>
/// <param name="Text">The page's name.</param>
/// <param name="Href">Its address, from <see cref="HubUrls"/>.</param>
public sealed record Crumb(string Text, string Href);

/// <summary>How wide a page may grow.</summary>
public enum PageWidth
{
    /// <summary>1200 px: reading and forms.</summary>
    Reading,

    /// <summary>1440 px: heat map and registers.</summary>
    Wide,

    /// <summary>880 px: one column of text.</summary>
    Narrow,
}
