using ComplianceHub.Reports.Layout.Typesetting;
using SkiaSharp;

namespace ComplianceHub.Reports.Layout.Pdf;

/// <summary>The fonts of one document, cut down to the letters it prints: one typeface for each font, because Skia
/// embeds every typeface object once.</summary>
internal sealed class DocumentFonts : IDisposable
{
    private readonly Dictionary<(FontFace Face, bool Tabular), SKTypeface> _typefaces = [];
    private readonly Dictionary<(FontFace Face, bool Tabular, float Size), SKFont> _fonts = [];

    private (FontFace Face, bool Tabular, float Size) _latestKey;
    private SKFont? _latest;

    /// <summary>Takes the letters of everything that was shaped for the document.</summary>
    public DocumentFonts(IEnumerable<ShapedRun> runs)
    {
        foreach (var font in runs.GroupBy(run => (run.Face, run.Tabular)))
            _typefaces.Add(font.Key, FontSubset.Of(font.Key.Face, [.. font]));
    }

    /// <summary>The font of a run in a size of points.</summary>
    public SKFont Of(ShapedRun run, float size)
    {
        // Neighbours are mostly set in the same font.
        if (_latest is not null && _latestKey.Face == run.Face && _latestKey.Tabular == run.Tabular && _latestKey.Size == size)
            return _latest;
        _latestKey = (run.Face, run.Tabular, size);
        return _latest = Find(run, size);
    }

    private SKFont Find(ShapedRun run, float size)
    {
        var key = (run.Face, run.Tabular, size);
        if (!_fonts.TryGetValue(key, out var font))
            _fonts.Add(key, font = new SKFont(_typefaces[(run.Face, run.Tabular)], size)
            {
                Subpixel = true,
                LinearMetrics = true,
                Hinting = SKFontHinting.None,
            });
        return font;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var font in _fonts.Values)
            font.Dispose();
        foreach (var typeface in _typefaces.Values)
            typeface.Dispose();
    }
}
