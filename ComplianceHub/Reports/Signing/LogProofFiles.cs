using System.Text;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Signing;

/// <summary>The files by which a report carries where the audit log stood when it was handed out: whoever keeps the report
/// can later show a log that was written anew since.</summary>
public static class LogProofFiles
{
    private const string Checkpoint = "checkpoint.txt";
    private const string Missing = "log-proof-missing.txt";
    private const string PlainText = "text/plain";

    /// <summary>The proof and the signed checkpoint that it leads to, each as a file.</summary>
    public static IReadOnlyList<AttachedFile> Of(LogProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return
        [
            new(LogProof.FileName, "application/json", "Where the audit log stood, with the hashes that lead to the checkpoint", proof.ToBytes()),
            new(Checkpoint, PlainText, "The signed checkpoint of the audit log", Encoding.UTF8.GetBytes(proof.Checkpoint.Note)),
        ];
    }

    /// <summary>Appends the proof to a report that is not signed. Its own bytes stay as they are.</summary>
    /// <param name="pdf">As <see cref="Layout.ReportDocument.ToPdf"/> wrote it.</param>
    /// <param name="proof">The proof; null where none could be made, which the report then says.</param>
    /// <exception cref="InvalidDataException">The bytes are no report of this program.</exception>
    public static byte[] Attach(byte[] pdf, LogProof? proof)
    {
        var update = new PdfUpdate(pdf);
        AssociatedFiles.Add(update, proof is null ? [WhyMissing] : Of(proof));
        return update.Finish();
    }

    /// <summary>The proof in a report, signed or not; null where there is none.</summary>
    public static LogProof? In(ReadOnlyMemory<byte> pdf) =>
        EmbeddedFiles.In(pdf, LogProof.FileName) is { } file ? LogProof.Read(file.Content) : null;

    private static AttachedFile WhyMissing => new(Missing, PlainText, "Why nothing shows where the audit log stood", Encoding.UTF8.GetBytes(
        "When this report was made, no checkpoint of the audit log could be signed, so it does not show where the log stood.\n"
        + "Ask an administrator to verify the log: its page and the program's own log say why.\n"));
}
