using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>One TrueType font file, held in memory for the life of the process and used by any number of threads:
/// the letters it has, and its measures in parts of the size.</summary>
internal sealed class FontFace
{
    private readonly byte[] _file;

    private FontFace(string name, byte[] file)
    {
        Name = name;
        // Blob.FromStream keeps a pointer into memory that the collector moves; an array that stays put is safe.
        _file = GC.AllocateUninitializedArray<byte>(file.Length, pinned: true);
        file.CopyTo(_file, 0);
        using var blob = new Blob(Marshal.UnsafeAddrOfPinnedArrayElement(_file, 0), _file.Length, MemoryMode.ReadOnly);
        blob.MakeImmutable();
        var face = new Face(blob, 0);
        face.MakeImmutable();
        // The font keeps its face alive, and the face its file.
        Handle = face.Handle;
        Font = new Font(face);
        Font.SetFunctionsOpenType();
        UnitsPerEm = face.UnitsPerEm;
        Font.SetScale(UnitsPerEm, UnitsPerEm);
        Font.TryGetHorizontalFontExtents(out var extents);
        Ascent = extents.Ascender / (float)UnitsPerEm;
        Descent = -extents.Descender / (float)UnitsPerEm;
    }

    /// <summary>The file name without its ending.</summary>
    public string Name { get; }

    /// <summary>The font as the shaper reads it; its scale is the design grid.</summary>
    public Font Font { get; }

    /// <summary>The file's own handle, for taking a subset.</summary>
    public IntPtr Handle { get; }

    /// <summary>Steps of the design grid in one size.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Above the base line, in parts of the size.</summary>
    public float Ascent { get; }

    /// <summary>Below the base line, in parts of the size, positive.</summary>
    public float Descent { get; }

    /// <summary>Whether it is one of the Latin text fonts, whose contextual alternates are switched off.</summary>
    public bool IsLatin => HasTabularDigits || Name.StartsWith("JetBrainsMono", StringComparison.Ordinal);

    /// <summary>Whether it has a second set of digits, of equal width.</summary>
    public bool HasTabularDigits => Name.StartsWith("Inter_", StringComparison.Ordinal);

    /// <summary>Whether the font has a drawing of its own for the character.</summary>
    public bool Has(Rune rune) => Font.TryGetNominalGlyph(rune.Value, out var glyph) && glyph != 0;

    /// <summary>Reads a font shipped inside the program.</summary>
    public static FontFace Shipped(string name)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream($"Fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing from the program.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new FontFace(name, file);
    }

    /// <summary>Reads a font file.</summary>
    /// <exception cref="InvalidDataException">The file is not a TrueType font with outlines in a <c>glyf</c> table:
    /// other outlines would be printed as drawings that nobody can search or copy.</exception>
    public static FontFace FromFile(string path)
    {
        var file = File.ReadAllBytes(path);
        using var typeface = SKTypeface.FromData(SKData.CreateCopy(file));
        if (typeface is null || !typeface.TryGetTableData(Table("glyf"), out _))
            throw new InvalidDataException($"{path} is not a TrueType font. Only TrueType fonts (.ttf with glyf outlines) stay searchable in a PDF.");
        return new FontFace(Path.GetFileNameWithoutExtension(path), file);
    }

    private static uint Table(string tag) => (uint)((tag[0] << 24) | (tag[1] << 16) | (tag[2] << 8) | tag[3]);
}
