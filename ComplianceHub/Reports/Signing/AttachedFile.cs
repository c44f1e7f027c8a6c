namespace ComplianceHub.Reports.Signing;

/// <summary>A file inside of a report's PDF: what the report was made from, so that it can be read without the program.</summary>
/// <param name="Name">As a reader shows and saves it, for example snapshot-olive-row.json.</param>
/// <param name="MediaType">For example application/json.</param>
/// <param name="Description">What it is, in a sentence.</param>
/// <param name="Content">Its bytes, exactly.</param>
public sealed record AttachedFile(string Name, string MediaType, string Description, byte[] Content);
