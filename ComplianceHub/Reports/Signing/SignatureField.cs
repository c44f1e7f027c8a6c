using System.Globalization;
using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Signing;

/// <summary>What a signature says beside the proof.</summary>
/// <param name="Name">Who signed, as on the report.</param>
/// <param name="Reason">Why, for example “Audit signed off”.</param>
/// <param name="At">When; the time of the program's clock, which a time stamp can confirm.</param>
public sealed record SignatureWords(string Name, string Reason, DateTimeOffset At);

/// <summary>The field of a signature in a PDF, with room for the proof, which is put in when all other bytes are there.</summary>
internal static class SignatureField
{
    /// <summary>Bytes of room for the proof: a certificate chain and a time stamp.</summary>
    public const int Room = 16 * 1024;

    /// <summary>The form of the proof: PAdES (ETSI EN 319 142-1).</summary>
    public const string Form = "/ETSI.CAdES.detached";

    private static readonly string Range = $"/ByteRange [0 {new string('0', 10)} {new string('0', 10)} {new string('0', 10)}]";

    /// <summary>Appends the field, last of all objects. It has no look on the page: the report says who signed.</summary>
    public static void Add(PdfUpdate update, SignatureWords words)
    {
        var page = update.Pages[0];
        var field = update.Next;
        update.Add($"<</Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T {PdfUpdate.Text("Signature")}\n/Rect [0 0 0 0]\n/F 132\n/P {page} 0 R\n/V {field + 1} 0 R>>");
        update.Add($"<</Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter {Form}\n/M (D:{words.At.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)\n"
            + $"/Name {PdfUpdate.Text(words.Name)}\n/Reason {PdfUpdate.Text(words.Reason)}\n{Range}\n/Contents <{new string('0', Room * 2)}>>>");
        update.SetIn(page, "/Annots", $"[{field} 0 R]");
        // Signatures exist, and the file may only be appended to.
        update.SetInCatalog("/AcroForm", $"<</SigFlags 3 /Fields [{field} 0 R]>>");
    }

    /// <summary>Writes into the finished file which of its bytes the signature is over: all but the proof itself.</summary>
    /// <returns>Where the proof begins and ends, with its brackets.</returns>
    public static (int Begin, int End) Close(byte[] pdf)
    {
        var range = pdf.AsSpan().LastIndexOf("/ByteRange ["u8);
        var begin = range + Range.Length + "\n/Contents ".Length;
        var end = begin + (Room * 2) + 2;
        var text = $"/ByteRange [0 {begin:D10} {end:D10} {pdf.Length - end:D10}]";
        for (var i = 0; i < text.Length; i++)
            pdf[range + i] = (byte)text[i];
        return (begin, end);
    }
}
