using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>A file of the report's appendix in a dossier.</summary>
/// <param name="Number">Its number in the appendix.</param>
/// <param name="File">The file as it was frozen.</param>
/// <param name="Fault">Why its bytes are not in the dossier; null where they are.</param>
internal sealed record EvidenceCopy(int Number, EvidenceFile File, string? Fault)
{
    private const int LongestName = 80;
    private const int LongestEnding = 10;

    /// <summary>Its number in the appendix: "E-07".</summary>
    public string Label => EvidenceList.Label(Number);

    /// <summary>
    /// Its place in the dossier. Whoever uploaded the file chose its name, so nothing but letters, digits, dots, dashes and
    /// underscores of ASCII is taken over: no name leads out of the folder or is a device of Windows. The number keeps names
    /// apart that are equal, or equal but for capitals.
    /// </summary>
    public string Path
    {
        get
        {
            var safe = new string([.. File.FileName.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')]);
            var ending = System.IO.Path.GetExtension(safe) is { Length: > 1 and <= LongestEnding } found ? found : "";
            var stem = safe[..^ending.Length].Trim('.');
            return $"evidence/{Label}-{(stem.Length > LongestName ? stem[..LongestName] : stem)}{ending}";
        }
    }
}
