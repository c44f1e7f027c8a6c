using System.Globalization;
using System.Text;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>In which direction each character of a paragraph is read: the Unicode bidirectional algorithm (UAX 9) without
/// explicit embeddings and isolates, whose control characters are taken out of all text before.</summary>
internal static partial class ReadingOrder
{
    // Left, Right and Number (European) are strong enough to give their neighbours a direction.
    private enum Kind : byte { Left, Right, Number, ArabicNumber, Separator, Terminator, Mark, Neutral }

    /// <summary>The embedding level of each UTF-16 unit: even is read from left to right, odd from right to left.
    /// Null when everything is read from left to right, as nearly all text is.</summary>
    public static byte[]? Levels(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\u0590', '\uFFFD'))
            return null;
        var kinds = Kinds(text);
        if (!kinds.Contains(Kind.Right) && !kinds.Contains(Kind.ArabicNumber))
            return null;
        var firstStrong = kinds.FirstOrDefault(kind => kind is Kind.Left or Kind.Right);
        var isRightToLeft = firstStrong == Kind.Right;
        ResolveNumbers(kinds, isRightToLeft);
        ResolveBrackets(text, kinds, isRightToLeft ? Kind.Right : Kind.Left);
        ResolveNeutrals(kinds, isRightToLeft ? Kind.Right : Kind.Left);
        return [.. kinds.Select(kind => Level(kind, isRightToLeft))];
    }

    /// <summary>Puts the pieces of a line in the order in which they stand from left to right (rule L2).</summary>
    /// <param name="levels">The embedding level of each piece, in reading order.</param>
    /// <returns>Positions into <paramref name="levels"/>.</returns>
    public static int[] Visual(ReadOnlySpan<byte> levels)
    {
        var order = new int[levels.Length];
        var highest = 0;
        for (var i = 0; i < order.Length; i++)
            (order[i], highest) = (i, Math.Max(highest, levels[i]));
        for (var level = highest; level > 0; level--)
            for (var start = 0; start < order.Length; start++)
            {
                var end = start;
                while (end < order.Length && levels[order[end]] >= level)
                    end++;
                if (end > start)
                    Array.Reverse(order, start, end - start);
                start = end;
            }
        return order;
    }

    private static byte Level(Kind kind, bool isRightToLeft) => kind switch
    {
        Kind.Right => 1,
        Kind.Left => (byte)(isRightToLeft ? 2 : 0),
        _ => 2,
    };

    private static Kind[] Kinds(ReadOnlySpan<char> text)
    {
        var kinds = new Kind[text.Length];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = KindOf(rune);
            for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
                kinds[at++] = kind;
        }
        return kinds;
    }

    private static Kind KindOf(Rune rune)
    {
        switch (rune.Value)
        {
            case >= '0' and <= '9' or (>= 0x6F0 and <= 0x6F9):
                return Kind.Number;
            case (>= 0x660 and <= 0x669) or 0x66B or 0x66C:
                return Kind.ArabicNumber;
            case '+' or '-' or ',' or '.' or '/' or ':' or 0xA0 or 0x2212:
                return Kind.Separator;
            case '#' or '$' or '%' or 0xA2 or 0xA3 or 0xA4 or 0xA5 or 0xB0 or 0x66A or (>= 0x20A0 and <= 0x20CF):
                return Kind.Terminator;
        }
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || FaceChoice.IsJoiner(rune))
            return Kind.Mark;
        if (IsRightToLeft(rune))
            return Rune.IsLetter(rune) || category == UnicodeCategory.DecimalDigitNumber || rune.Value is 0x5BE or 0x61B or 0x61F
                ? Kind.Right : Kind.Neutral;
        return Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber
            ? Kind.Left : Kind.Neutral;
    }

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    // Rules W1 to W7: marks follow their letter, one separator between two numbers joins them, a currency or per cent
    // sign beside a number belongs to it, a number after Latin text reads like Latin text.
    private static void ResolveNumbers(Kind[] kinds, bool isRightToLeft)
    {
        var strong = isRightToLeft ? Kind.Right : Kind.Left;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == Kind.Mark)
                kinds[i] = i == 0 ? strong : kinds[i - 1];
            if (kinds[i] == Kind.Separator && i > 0 && i + 1 < kinds.Length && kinds[i - 1] == kinds[i + 1]
                && kinds[i - 1] is Kind.Number or Kind.ArabicNumber)
                kinds[i] = kinds[i - 1];
            if (kinds[i] is Kind.Left or Kind.Right)
                strong = kinds[i];
        }
        SpreadToTerminators(kinds);
        strong = isRightToLeft ? Kind.Right : Kind.Left;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is Kind.Separator or Kind.Terminator)
                kinds[i] = Kind.Neutral;
            if (kinds[i] == Kind.Number && strong == Kind.Left)
                kinds[i] = Kind.Left;
            if (kinds[i] is Kind.Left or Kind.Right)
                strong = kinds[i];
        }
    }

    private static void SpreadToTerminators(Kind[] kinds)
    {
        for (var i = 1; i < kinds.Length; i++)
            if (kinds[i] == Kind.Terminator && kinds[i - 1] == Kind.Number)
                kinds[i] = Kind.Number;
        for (var i = kinds.Length - 2; i >= 0; i--)
            if (kinds[i] == Kind.Terminator && kinds[i + 1] == Kind.Number)
                kinds[i] = Kind.Number;
    }

    // Rules N1 and N2: spaces and punctuation between two of one direction take it, others the paragraph's. Numbers count
    // as right to left here.
    private static void ResolveNeutrals(Kind[] kinds, Kind paragraph)
    {
        for (var start = 0; start < kinds.Length; start++)
        {
            if (kinds[start] != Kind.Neutral)
                continue;
            var end = start;
            while (end < kinds.Length && kinds[end] == Kind.Neutral)
                end++;
            var before = start == 0 ? paragraph : Side(kinds[start - 1]);
            var after = end == kinds.Length ? paragraph : Side(kinds[end]);
            Array.Fill(kinds, before == after ? before : paragraph, start, end - start);
            start = end - 1;
        }
    }

    private static Kind Side(Kind kind) => kind == Kind.Left ? Kind.Left : Kind.Right;
}
