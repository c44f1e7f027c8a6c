namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>Text of one font and one direction, turned into drawn letters. Measures are in parts of the size, so one
/// shaping serves all sizes.</summary>
/// <param name="Face">The font.</param>
/// <param name="Text">The text in UTF-8, in the order it is read.</param>
/// <param name="Glyphs">The drawn letters from left to right.</param>
/// <param name="Advances">How far each moves the pen.</param>
/// <param name="Offsets">Where each stands from the pen, to the right and upwards.</param>
/// <param name="Clusters">For each, the byte of <paramref name="Text"/> at which its characters start.</param>
/// <param name="RightToLeft">Whether the text is read from right to left.</param>
/// <param name="Tabular">Whether its digits are the font's tabular ones. They are embedded as a font of their own, so that
/// a digit has one drawing in each.</param>
internal sealed record ShapedRun(
    FontFace Face, byte[] Text, ushort[] Glyphs, float[] Advances, (float X, float Y)[] Offsets, uint[] Clusters, bool RightToLeft, bool Tabular)
{
    /// <summary>The sum of the advances.</summary>
    public float Width { get; } = Advances.Sum();

    /// <summary>The pieces of a word that is wider than a line, in reading order. A letter with its marks stays whole.</summary>
    /// <param name="room">Asked before each piece: the room left, and whether a line has just begun, so that at least one
    /// letter must be taken. A piece may be null: then the caller begins a new line.</param>
    /// <param name="tracking">Space added to each letter.</param>
    public IEnumerable<ShapedRun?> Cut(Func<(float Room, bool IsFresh)> room, float tracking)
    {
        var count = Glyphs.Length;
        for (var from = 0; from < count;)
        {
            var (left, isFresh) = room();
            var to = from;
            for (var width = 0f; to < count;)
            {
                var next = LetterEnd(to);
                for (var i = to; i < next; i++)
                    width += Advances[Index(i)] + tracking;
                if (width > left + 0.001f && !(isFresh && to == from))
                    break;
                to = next;
            }
            yield return to == from ? null : Slice(from, to);
            from = to;
        }
    }

    private int Index(int reading) => RightToLeft ? Glyphs.Length - 1 - reading : reading;

    private int LetterEnd(int reading)
    {
        var end = reading + 1;
        while (end < Glyphs.Length && Clusters[Index(end)] == Clusters[Index(reading)])
            end++;
        return end;
    }

    private ShapedRun Slice(int from, int to)
    {
        var glyphs = RightToLeft ? (Glyphs.Length - to)..(Glyphs.Length - from) : from..to;
        var start = Clusters[Index(from)];
        var end = to == Glyphs.Length ? (uint)Text.Length : Clusters[Index(to)];
        return new(Face, Text[(int)start..(int)end], Glyphs[glyphs], Advances[glyphs], Offsets[glyphs],
            [.. Clusters[glyphs].Select(cluster => cluster - start)], RightToLeft, Tabular);
    }
}
