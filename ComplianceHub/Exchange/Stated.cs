namespace ComplianceHub.Exchange;

/// <summary>A value that a file states, with the place that states it. Not stated is null, never a default.</summary>
/// <typeparam name="T">What is stated.</typeparam>
/// <param name="Value">The value, trimmed.</param>
/// <param name="At">Where it stands.</param>
public sealed record Stated<T>(T Value, FilePosition At);
