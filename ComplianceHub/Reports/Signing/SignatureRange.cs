using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ComplianceHub.Reports.Signing;

/// <summary>A signature found in a file: which bytes it is over, and where its proof lies.</summary>
/// <param name="Begin">Where the proof begins, at its opening bracket.</param>
/// <param name="End">After its closing bracket.</param>
/// <param name="Covered">The length of the file when it was signed.</param>
internal sealed partial record SignatureRange(int Begin, int End, int Covered)
{
    private const int MostSignatures = 8;

    // Many times what a chain of certificates with a time stamp takes: what is longer is sent to keep the decoder busy.
    private const int LongestProof = 512 * 1024;

    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    /// <summary>The signatures of a file, the last first. Only those are taken whose gap is their proof and nothing else.</summary>
    public static List<SignatureRange> In(byte[] pdf)
    {
        var ranges = new List<SignatureRange>();
        var before = pdf.Length;
        while (ranges.Count < MostSignatures && pdf.AsSpan(0, before).LastIndexOf("/ByteRange"u8) is >= 0 and var at)
        {
            before = at;
            if (Read(pdf, at) is { } range)
                ranges.Add(range);
        }
        return ranges;
    }

    /// <summary>Whether something in the file says that it was signed, be it readable or not.</summary>
    public static bool AnyTrace(ReadOnlySpan<byte> pdf) =>
        pdf.IndexOf("/ByteRange"u8) >= 0 || pdf.IndexOf("ETSI.CAdES"u8) >= 0 || pdf.IndexOf("/Adobe.PPKLite"u8) >= 0 || pdf.IndexOf("/SigFlags"u8) >= 0;

    /// <summary>All bytes but the proof.</summary>
    public byte[] Content(byte[] pdf) => [.. pdf.AsSpan(0, Begin), .. pdf.AsSpan(End, Covered - End)];

    /// <summary>The proof in hexadecimal.</summary>
    public ReadOnlySpan<byte> Proof(byte[] pdf) => pdf.AsSpan(Begin + 1, End - Begin - 2);

    private static SignatureRange? Read(byte[] pdf, int at)
    {
        var match = Range().Match(Encoding.Latin1.GetString(pdf, at, Math.Min(120, pdf.Length - at)));
        if (!match.Success || Number(match, 1) != 0)
            return null;
        var (begin, end) = (Number(match, 2), Number(match, 3));
        var covered = end + Number(match, 4);
        var isWhole = begin > at && end > begin + 2 && end - begin <= LongestProof && covered >= end && covered <= pdf.Length;
        return isWhole && pdf[begin] == '<' && pdf[end - 1] == '>' && pdf.AsSpan((int)begin + 1, (int)(end - begin) - 2).IndexOfAnyExcept(Hexadecimal) < 0
            ? new((int)begin, (int)end, (int)covered)
            : null;
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")]
    private static partial Regex Range();
}
