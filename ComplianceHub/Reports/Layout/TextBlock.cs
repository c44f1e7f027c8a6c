using ComplianceHub.Reports.Layout.Tree;
using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout;

/// <summary>A paragraph being written: spans of text, signs and page numbers that flow into lines together.</summary>
public sealed class TextBlock
{
    private readonly List<Inline> _parts = [];
    private readonly TextStyle _style;

    internal TextBlock(TextStyle style) => _style = style;

    /// <summary>The style of the paragraph, to derive others from.</summary>
    public TextStyle Style => _style;

    internal IReadOnlyList<Inline> Parts => _parts;

    /// <summary>Text in the style of the paragraph, or in its own.</summary>
    public TextBlock Span(string text, TextStyle? style = null)
    {
        _parts.Add(new Words(PrintableText.Of(text), style ?? _style));
        return this;
    }

    /// <summary>Text in semi-bold.</summary>
    public TextBlock Strong(string text) => Span(text, _style.Strong());

    /// <summary>Text in grey.</summary>
    public TextBlock Grey(string text) => Span(text, _style.Grey());

    /// <summary>Text in letters of equal width, slightly smaller, for hashes and commands.</summary>
    public TextBlock Mono(string text) => Span(text, _style with { Mono = true, Size = _style.Size * 0.88f });

    /// <summary>Starts a new line.</summary>
    public TextBlock Line()
    {
        _parts.Add(new Words("\n", _style));
        return this;
    }

    /// <summary>A sign; the word it stands beside follows as a span.</summary>
    public TextBlock Mark(Mark mark)
    {
        _parts.Add(new Sign(mark, _style));
        return this;
    }

    /// <summary>The number of the page; in the header and footer only.</summary>
    public TextBlock PageNumber() => Number("{page}", pages => pages.Current);

    /// <summary>How many pages the report has.</summary>
    public TextBlock PageCount() => Number("{pages}", pages => pages.Count);

    /// <summary>The page on which a section starts, for "the method is on page 34".</summary>
    /// <param name="key">The key that the section was given.</param>
    public TextBlock PageOf(string key) => Number($"{{page of {key}}}", pages => pages.OfSection.GetValueOrDefault(key));

    private TextBlock Number(string text, Func<PageNumbers, int> of)
    {
        _parts.Add(new PageNumber(text, _style with { Tabular = true }, of));
        return this;
    }
}
