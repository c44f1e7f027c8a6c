namespace ComplianceHub.Components.Controls;

/// <summary>What a <see cref="Banner"/> is about; decides colour and icon.</summary>
public enum BannerKind
{
    /// <summary>Something failed: what happened, what still works, a number.</summary>
    Error,

    /// <summary>A blocker holds the score at 49: which records, and what it would be without.</summary>
    Capped,

    /// <summary>Critical requirements hold the score at 74, or something else needs care.</summary>
    Warning,

    /// <summary>A signature that no longer says what the registers say.</summary>
    Stale,

    /// <summary>The reader may look but not write: why, and who can change it.</summary>
    ReadOnly,

    /// <summary>Something to know.</summary>
    Information,

    /// <summary>The page shows another day than today.</summary>
    AnotherDay,

    /// <summary>The page shows a frozen, signed state.</summary>
    Frozen,
}
