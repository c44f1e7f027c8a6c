using System.Buffers.Binary;
using System.Text;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>The table of a font that says which letter draws which character (OpenType <c>cmap</c>, format 12), made from
/// the text of a document. Skia reads it to tell readers what each drawn letter means; the font's own table knows nothing
/// of tabular digits, and what no table knows some readers drop when text is copied.</summary>
internal static class CharacterMap
{
    private const int HeaderLength = 12;
    private const int SubtableLength = 16;
    private const int GroupLength = 12;

    /// <summary>The table for every letter of the runs that stands for exactly one character.</summary>
    public static byte[] Of(IEnumerable<ShapedRun> runs)
    {
        var glyphs = new SortedDictionary<int, ushort>();
        foreach (var run in runs)
            Collect(run, glyphs);
        var table = new byte[HeaderLength + SubtableLength + (GroupLength * glyphs.Count)];
        Put16(table, 2, 1);
        Put16(table, 4, 3);
        Put16(table, 6, 10);
        Put32(table, 8, HeaderLength);
        Put16(table, HeaderLength, 12);
        Put32(table, HeaderLength + 4, table.Length - HeaderLength);
        Put32(table, HeaderLength + 12, glyphs.Count);
        var at = HeaderLength + SubtableLength;
        foreach (var (character, glyph) in glyphs)
        {
            Put32(table, at, character);
            Put32(table, at + 4, character);
            Put32(table, at + 8, glyph);
            at += GroupLength;
        }
        return table;
    }

    private static void Collect(ShapedRun run, SortedDictionary<int, ushort> glyphs)
    {
        var (letters, count) = (run.Letters, run.Letters.Length);
        for (var i = 0; i < count; i++)
        {
            var isAlone = (i == 0 || letters[i - 1].Cluster != letters[i].Cluster) && (i == count - 1 || letters[i + 1].Cluster != letters[i].Cluster);
            if (!isAlone || Rune.DecodeFromUtf8(run.Text.AsSpan((int)letters[i].Cluster), out var rune, out var length) != System.Buffers.OperationStatus.Done)
                continue;
            var end = run.RightToLeft ? i - 1 : i + 1;
            var clusterEnd = end >= 0 && end < count ? (int)letters[end].Cluster : run.Text.Length;
            if (clusterEnd - letters[i].Cluster == length)
                glyphs.TryAdd(rune.Value, letters[i].Glyph);
        }
    }

    private static void Put16(byte[] table, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);

    private static void Put32(byte[] table, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(at), value);
}
