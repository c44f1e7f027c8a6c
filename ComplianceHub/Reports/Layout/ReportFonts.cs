using System.Text;
using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout;

/// <summary>The fonts that reports are set in. Shipped are Inter (Latin, Greek, Cyrillic), JetBrains Mono, and Noto Sans
/// for Arabic and Hebrew; a folder of the installation can add others, for example for Chinese, Japanese and Korean.
/// One object serves the whole process and all its threads.</summary>
public sealed class ReportFonts
{
    private static readonly Lazy<FontFace[]> Inter = Faces("Inter_400Regular", "Inter_500Medium", "Inter_600SemiBold", "Inter_700Bold");
    private static readonly Lazy<FontFace[]> NotoRegular = Faces("NotoSansArabic-Regular", "NotoSansHebrew-Regular");
    private static readonly Lazy<FontFace[]> NotoBold = Faces("NotoSansArabic-Bold", "NotoSansHebrew-Bold");
    private static readonly Lazy<FontFace[]> JetBrainsMono = Faces("JetBrainsMono-Regular");

    private readonly FontFace[][] _byWeight;
    private readonly FontFace[] _mono;

    private ReportFonts(FontFace[] added)
    {
        _byWeight = [.. Enum.GetValues<FontWeight>().Select(weight =>
            (FontFace[])[Inter.Value[(int)weight], .. Noto(weight), .. added])];
        _mono = [.. JetBrainsMono.Value, .. _byWeight[0]];
    }

    /// <summary>The shipped fonts alone.</summary>
    public static ReportFonts Shipped { get; } = new([]);

    /// <summary>The shipped fonts and every <c>.ttf</c> file of a folder, in the order of their names. The first font
    /// that has a character prints it; the shipped ones come first.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is not a TrueType font.</exception>
    public static ReportFonts WithFolder(string folder) =>
        new([.. Directory.GetFiles(folder, "*.ttf").Order(StringComparer.Ordinal).Select(FontFace.FromFile)]);

    /// <summary>The characters of a text that none of the fonts can print, each once, in the order of their numbers.</summary>
    public IReadOnlyList<Rune> MissingFrom(string text) =>
        [.. PrintableText.Of(text).EnumerateRunes().Where(IsMissing).Distinct().Order()];

    /// <summary>The fonts to try for a style, the best first.</summary>
    internal FontFace[] For(TextStyle style) => style.Mono ? _mono : _byWeight[(int)style.Weight];

    private bool IsMissing(Rune rune) =>
        rune.Value != '\n' && !FaceChoice.IsJoiner(rune) && !_byWeight[0].Any(face => face.Has(rune));

    private static IEnumerable<FontFace> Noto(FontWeight weight) =>
        weight >= FontWeight.SemiBold ? NotoBold.Value : NotoRegular.Value;

    private static Lazy<FontFace[]> Faces(params string[] names) => new(() => [.. names.Select(FontFace.Shipped)]);
}
