namespace ComplianceHub.Components.Controls;

/// <summary>The three sizes of an <see cref="OutcomeChip"/>.</summary>
public enum OutcomeSize
{
    /// <summary>24 px, on its own ground: headers.</summary>
    Chip,

    /// <summary>18 px icon and word: tables.</summary>
    Mark,

    /// <summary>18 px icon with a label: rows whose chapter counts repeat the word.</summary>
    Icon,
}
