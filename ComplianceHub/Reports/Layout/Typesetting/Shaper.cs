using System.Text;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace ComplianceHub.Reports.Layout.Typesetting;

/// <summary>Turns words into drawn letters, each different word once for a document: a register repeats its words.
/// Belongs to one rendering and one thread.</summary>
internal sealed class Shaper(ReportFonts fonts) : IDisposable
{
    // Contextual alternates of Inter and JetBrains Mono would print "->" as an arrow and give the hyphens of dates a
    // drawing without a character of its own, which some readers cannot extract. Arabic needs its alternates.
    private static readonly Feature[] LatinFeatures = [.. "-calt,-liga,-clig".Split(',').Select(Feature.Parse)];
    private static readonly Tag TabularFigures = Tag.Parse("tnum");

    private readonly Dictionary<string, ShapedRun[]>?[] _words = new Dictionary<string, ShapedRun[]>?[20];
    private readonly Buffer _buffer = new();
    private readonly SortedSet<Rune> _missing = [];

    /// <summary>The characters met so far that none of the fonts can print.</summary>
    public IReadOnlyCollection<Rune> Missing => _missing;

    /// <summary>Everything shaped so far: what the document may print.</summary>
    public IEnumerable<ShapedRun> All => _words.OfType<Dictionary<string, ShapedRun[]>>().SelectMany(words => words.Values).SelectMany(runs => runs);

    /// <summary>The best font of a style, whose measures place the base line.</summary>
    public FontFace FaceOf(TextStyle style) => fonts.For(style)[0];

    /// <summary>The word in drawn letters, one run for each font it needs, in reading order.</summary>
    public ShapedRun[] Shape(ReadOnlySpan<char> word, TextStyle style, bool rightToLeft)
    {
        var key = ((style.Mono ? 4 : (int)style.Weight) * 4) + (style.Tabular ? 2 : 0) + (rightToLeft ? 1 : 0);
        if (_words[key] is not { } words)
            _words[key] = words = new Dictionary<string, ShapedRun[]>(StringComparer.Ordinal);
        if (words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var runs))
            return runs;
        var text = word.ToString();
        runs = [.. FaceChoice.Split(text, fonts.For(style), _missing).Select(part => Shape(part.Face, part.Text, style.Tabular, rightToLeft))];
        words.Add(text, runs);
        return runs;
    }

    /// <inheritdoc />
    public void Dispose() => _buffer.Dispose();

    private ShapedRun Shape(FontFace face, string text, bool tabular, bool rightToLeft)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        _buffer.ClearContents();
        _buffer.AddUtf8(utf8);
        _buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _buffer.GuessSegmentProperties();
        var isTabular = tabular && face.HasTabularDigits;
        face.Font.Shape(_buffer, !face.IsLatin ? [] : isTabular ? [.. LatinFeatures, .. TabularDigits(utf8)] : LatinFeatures);
        return Read(face, utf8, rightToLeft, isTabular);
    }

    // Digits alone: Inter has tabular signs too, and its tabular hyphen tears dates apart.
    private static IEnumerable<Feature> TabularDigits(byte[] utf8)
    {
        for (var i = 0; i < utf8.Length; i++)
            if (utf8[i] is >= (byte)'0' and <= (byte)'9')
                yield return new Feature(TabularFigures, 1, (uint)i, (uint)i + 1);
    }

    private ShapedRun Read(FontFace face, byte[] utf8, bool rightToLeft, bool tabular)
    {
        var drawn = _buffer.GetGlyphInfoSpan();
        var places = _buffer.GetGlyphPositionSpan();
        var letters = new Letter[drawn.Length];
        float em = face.UnitsPerEm;
        for (var i = 0; i < letters.Length; i++)
            letters[i] = new((ushort)drawn[i].Codepoint, drawn[i].Cluster,
                places[i].XAdvance / em, places[i].XOffset / em, places[i].YOffset / em);
        return new ShapedRun(face, utf8, letters, rightToLeft, tabular);
    }
}
