using System.Globalization;
using System.Text;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>Text as somebody typed or imported it, made fit for print. What is left can be shaped, ordered and
/// written into a PDF without further care.</summary>
internal static class PrintableText
{
    /// <summary>The text in composed form, without control characters and without the signs that turn reading direction
    /// around (somebody could make "exe.fdp" look like a PDF). Line ends of all kinds become a line feed, tabs a space,
    /// half surrogates U+FFFD.</summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                used = 2;
            i += used;
            Append(clean, status == System.Buffers.OperationStatus.Done ? rune : Rune.ReplacementChar);
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    // Printable ASCII and Latin-1 letters are most of all text.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is (< ' ' and not '\n') or (> '~' and < '\u00A0') or (> '\u00FF') or '\u00AD')
                return false;
        return true;
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        switch (rune.Value)
        {
            case >= 0xFDD0 and <= 0xFDEF:
                return;
            case '\r' or '\n' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029:
                clean.Append('\n');
                return;
            case '\t':
                clean.Append(' ');
                return;
            // Ligatures and presentation forms that old systems export: shaping makes the right form from plain letters.
            case (>= 0xFB00 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC):
                clean.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
                return;
        }
        if (!IsInvisible(rune))
            clean.Append(rune);
    }

    // The joiners U+200C and U+200D stay: Arabic and Persian words are spelled with them.
    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        0x00AD or 0x061C or 0x180E or 0xFEFF => true,
        0x200B or 0x200E or 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => (rune.Value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
    };
}
