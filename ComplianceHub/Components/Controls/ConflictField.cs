namespace ComplianceHub.Components.Controls;

/// <summary>One field that two people changed.</summary>
/// <param name="Key">The property's name.</param>
/// <param name="Label">The field's label.</param>
/// <param name="Saved">What the other person saved, as shown.</param>
/// <param name="Yours">What this person entered, as shown.</param>
public sealed record ConflictField(string Key, string Label, string Saved, string Yours);
