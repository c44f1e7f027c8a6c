namespace ComplianceHub.Exchange;

/// <summary>A file that somebody wants to import, opened and not yet read.</summary>
/// <param name="Name">Its name as messages show it.</param>
/// <param name="Content">Its bytes; the caller closes it.</param>
public sealed record ImportFile(string Name, Stream Content);
