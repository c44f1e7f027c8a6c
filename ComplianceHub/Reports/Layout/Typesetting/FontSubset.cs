using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>Cuts a font down to the letters that one document prints. Skia embeds a font whole (170 kB for each weight
/// of Inter); HarfBuzz, which shapes the text anyway, has the subsetter that its .NET wrapper does not expose.</summary>
internal static class FontSubset
{
    // Numbers of the letters stay, so that text shaped with the whole font can be drawn with the part. Hinting is for
    // screens of the last century. Layout tables are not needed once text is shaped.
    private const uint NoHintingRetainGlyphIds = 0x1 | 0x2;

    private const uint CharacterMapTag = 0x636D6170; // "cmap"

    /// <summary>The font with the letters of these runs alone.</summary>
    /// <exception cref="InvalidOperationException">HarfBuzz cannot work with the font.</exception>
    public static SKTypeface Of(FontFace face, IReadOnlyCollection<ShapedRun> runs)
    {
        var input = hb_subset_input_create_or_fail();
        var part = IntPtr.Zero;
        var blob = IntPtr.Zero;
        try
        {
            hb_subset_input_set_flags(input, NoHintingRetainGlyphIds);
            var wanted = hb_subset_input_glyph_set(input);
            foreach (var glyph in runs.SelectMany(run => run.Letters).Select(letter => letter.Glyph).Distinct().Order())
                hb_set_add(wanted, glyph);
            part = hb_subset_or_fail(face.Handle, input);
            if (part == IntPtr.Zero)
                throw new InvalidOperationException($"The font {face.Name} could not be cut down to the letters of the document.");
            if (!Replace(part, CharacterMap.Of(runs)))
                throw new InvalidOperationException($"The font {face.Name} did not take the letters of the document.");
            blob = hb_face_reference_blob(part);
            using var data = SKData.CreateCopy(hb_blob_get_data(blob, out var length), length);
            return SKTypeface.FromData(data);
        }
        finally
        {
            if (blob != IntPtr.Zero)
                hb_blob_destroy(blob);
            if (part != IntPtr.Zero)
                hb_face_destroy(part);
            hb_subset_input_destroy(input);
        }
    }

    private static bool Replace(IntPtr part, byte[] characterMap)
    {
        const int Duplicate = 0;
        var table = hb_blob_create(characterMap, (uint)characterMap.Length, Duplicate, IntPtr.Zero, IntPtr.Zero);
        var isAdded = hb_face_builder_add_table(part, CharacterMapTag, table) != 0;
        hb_blob_destroy(table);
        return isAdded;
    }

    [DllImport("libHarfBuzzSharp")]
    private static extern IntPtr hb_blob_create(byte[] data, uint length, int mode, IntPtr user, IntPtr destroy);

    [DllImport("libHarfBuzzSharp")]
    private static extern int hb_face_builder_add_table(IntPtr face, uint tag, IntPtr blob);

    [DllImport("libHarfBuzzSharp")]
    private static extern IntPtr hb_subset_input_create_or_fail();

    [DllImport("libHarfBuzzSharp")]
    private static extern void hb_subset_input_destroy(IntPtr input);

    [DllImport("libHarfBuzzSharp")]
    private static extern void hb_subset_input_set_flags(IntPtr input, uint flags);

    [DllImport("libHarfBuzzSharp")]
    private static extern IntPtr hb_subset_input_glyph_set(IntPtr input);

    [DllImport("libHarfBuzzSharp")]
    private static extern void hb_set_add(IntPtr set, uint value);

    [DllImport("libHarfBuzzSharp")]
    private static extern IntPtr hb_subset_or_fail(IntPtr face, IntPtr input);

    [DllImport("libHarfBuzzSharp")]
    private static extern IntPtr hb_face_reference_blob(IntPtr face);

    [DllImport("libHarfBuzzSharp")]
    private static extern IntPtr hb_blob_get_data(IntPtr blob, out uint length);

    [DllImport("libHarfBuzzSharp")]
    private static extern void hb_blob_destroy(IntPtr blob);

    [DllImport("libHarfBuzzSharp")]
    private static extern void hb_face_destroy(IntPtr face);
}
