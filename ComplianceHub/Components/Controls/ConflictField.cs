namespace ComplianceHub.Components.Controls;

/// <summary>One field in which two versions of a record differ.</summary>
/// <param name="Key">The property's name.</param>
/// <param name="Label">The field's label.</param>
/// <param name="Saved">What the other person saved, as shown.</param>
/// <param name="Yours">What this person entered, as shown.</param>
/// <param name="IsUntouched">Whether this person left the field as it was; then what was saved is proposed.</param>
public sealed record ConflictField(string Key, string Label, string Saved, string Yours, bool IsUntouched = false);
