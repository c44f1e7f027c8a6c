namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>A drawn letter. Measures are in parts of the size, so one shaping serves all sizes.</summary>
/// <param name="Glyph">Its number in the font.</param>
/// <param name="Cluster">The byte of the run's text at which its characters start.</param>
/// <param name="Advance">How far it moves the pen.</param>
/// <param name="X">Where it stands from the pen, to the right.</param>
/// <param name="Y">Where it stands from the pen, upwards.</param>
internal readonly record struct Letter(ushort Glyph, uint Cluster, float Advance, float X, float Y);

/// <summary>Text of one font and one direction, turned into drawn letters.</summary>
/// <param name="Face">The font.</param>
/// <param name="Text">The text in UTF-8, in the order it is read.</param>
/// <param name="Letters">From left to right.</param>
/// <param name="RightToLeft">Whether the text is read from right to left.</param>
/// <param name="Tabular">Whether its digits are the font's tabular ones. They are embedded as a font of their own, so that
/// a digit has one drawing in each.</param>
internal sealed record ShapedRun(FontFace Face, byte[] Text, Letter[] Letters, bool RightToLeft, bool Tabular)
{
    /// <summary>The sum of the advances.</summary>
    public float Width { get; } = Sum(Letters);

    /// <summary>The pieces of a word that is wider than a line, in reading order. A letter with its marks stays whole.</summary>
    /// <param name="room">Asked before each piece: the room left, and whether a line has just begun, so that at least one
    /// letter must be taken. A piece may be null: then the caller begins a new line.</param>
    /// <param name="tracking">Space added to each letter.</param>
    public IEnumerable<ShapedRun?> Cut(Func<(float Room, bool IsFresh)> room, float tracking)
    {
        var count = Letters.Length;
        for (var from = 0; from < count;)
        {
            var (left, isFresh) = room();
            var to = from;
            for (var width = 0f; to < count;)
            {
                var next = LetterEnd(to);
                for (var i = to; i < next; i++)
                    width += Letters[Index(i)].Advance + tracking;
                if (width > left + 0.001f && !(isFresh && to == from))
                    break;
                to = next;
            }
            yield return to == from ? null : Slice(from, to);
            from = to;
        }
    }

    private int Index(int reading) => RightToLeft ? Letters.Length - 1 - reading : reading;

    private int LetterEnd(int reading)
    {
        var end = reading + 1;
        while (end < Letters.Length && Letters[Index(end)].Cluster == Letters[Index(reading)].Cluster)
            end++;
        return end;
    }

    private ShapedRun Slice(int from, int to)
    {
        var letters = RightToLeft ? (Letters.Length - to)..(Letters.Length - from) : from..to;
        var start = Letters[Index(from)].Cluster;
        var end = to == Letters.Length ? (uint)Text.Length : Letters[Index(to)].Cluster;
        return new(Face, Text[(int)start..(int)end],
            [.. Letters[letters].Select(letter => letter with { Cluster = letter.Cluster - start })], RightToLeft, Tabular);
    }

    private static float Sum(Letter[] letters)
    {
        var sum = 0f;
        foreach (var letter in letters)
            sum += letter.Advance;
        return sum;
    }
}
