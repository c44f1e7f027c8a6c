namespace ComplianceHub.Components.Controls;

/// <summary>Where what a shop's register shows comes from.</summary>
public enum RecordScope
{
    /// <summary>Recorded in this shop (or, on the group's pages, in the group).</summary>
    Own,

    /// <summary>A record of the group that applies to this shop unchanged.</summary>
    FromTheGroup,

    /// <summary>A record of the group of which this shop replaces a field, with a reason.</summary>
    DeviatesHere,
}
