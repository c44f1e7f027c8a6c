namespace ComplianceHub.Features.Registers;

/// <summary>A filter chip over the list.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Text">Its word.</param>
/// <param name="Count">How many it would show.</param>
public sealed record RegisterFilter(string Key, string Text, int Count);
