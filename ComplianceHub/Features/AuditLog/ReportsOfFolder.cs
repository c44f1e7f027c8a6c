using ComplianceHub.Data;
using ComplianceHub.Reports.Signing;

namespace ComplianceHub.Features.AuditLog;

/// <summary>Finds reports among the files that somebody kept elsewhere, to compare the log with what they say of it.</summary>
internal static class ReportsOfFolder
{
    /// <summary>The proofs in the PDF files of a folder, by the name of the file; none where there is no such folder. Files
    /// that are no report are passed over.</summary>
    public static IReadOnlyList<KeptProof> ProofsIn(string? folder) =>
        folder is null || !Directory.Exists(folder) ? [] : [.. new DirectoryInfo(folder).EnumerateFiles("*.pdf", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .Where(file => file.Length <= PdfVerifier.LargestFile)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => LogProofFiles.In(File.ReadAllBytes(file.FullName)) is { } proof ? [new KeptProof(file.Name, proof)] : Array.Empty<KeptProof>())];
}
