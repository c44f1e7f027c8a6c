namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>Where a line may end. Dates, ids and citations ("2026-11-23", "GDPR-28-3", "Art. 28(3)") are never torn
/// at a hyphen before a digit; Chinese and Japanese may break between any two characters but not before a closing sign.</summary>
internal static class WordBreaks
{
    private const string NeverFirst = "、。，．・：；！？）］｝」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％";
    private const string NeverLast = "（［｛「『【〔〈《";

    /// <summary>The end of the piece that starts at a position: a run of spaces, or letters that stay together.</summary>
    public static int PieceEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        if (IsSpace(text[start]))
        {
            while (end < text.Length && IsSpace(text[end]))
                end++;
            return end;
        }
        while (end < text.Length && (!IsSpace(text[end]) || Binds(text, end)) && text[end] != '\n' && !MayBreak(text, end))
            end++;
        return end;
    }

    // "§ 1798.100" and "Art. 28": the sign and its number stay on one line.
    private static bool Binds(ReadOnlySpan<char> text, int space) =>
        (text[space - 1] == '§' || text[..space].EndsWith("Art.", StringComparison.Ordinal)) && space + 1 < text.Length && char.IsAsciiDigit(text[space + 1]);

    /// <summary>A space at which a line may end; a no-break space is none.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\u1680' or '\u3000' or (>= '\u2000' and <= '\u200A' and not '\u2007');

    /// <summary>Whether a line may end before this position although no space stands there.</summary>
    public static bool MayBreak(ReadOnlySpan<char> text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (before < 0x80 && after < 0x80)
            return before is '-' or '/' && char.IsAsciiLetter(after) && at > 1 && char.IsAsciiLetter(text[at - 2]);
        if (before is '\u2013' or '\u2014' or '\u2010' or '-' && char.IsLetter(after) && at > 1 && char.IsLetter(text[at - 2]))
            return true;
        if (char.IsLowSurrogate(before) && at > 1)
            before = text[at - 2];
        return (IsIdeographic(before) || IsIdeographic(after))
            && !char.IsLowSurrogate(after) && !NeverFirst.Contains(after) && !NeverLast.Contains(before);
    }

    private static bool IsIdeographic(char c) =>
        c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF')
            or (>= '\uD840' and <= '\uD8BF');
}
