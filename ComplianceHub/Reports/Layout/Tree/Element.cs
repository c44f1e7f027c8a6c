using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>A node of the tree that a report is before it becomes pages.</summary>
internal abstract class Element
{
    /// <summary>Stays on the page of what follows it.</summary>
    public bool KeepsWithNext { get; set; }

    /// <summary>The node as lines of text, for tests and for finding characters without a font.</summary>
    public abstract IEnumerable<string> Lines();

    /// <summary>Lays it out.</summary>
    /// <param name="width">The width it may fill, in points.</param>
    /// <param name="setting">Fonts and page numbers of the rendering.</param>
    public abstract Block Layout(float width, Setting setting);

    /// <summary>Several lines of a cell or of one side of a row, as one.</summary>
    protected static string Joined(IEnumerable<string> lines) => string.Join(" / ", lines);
}

/// <summary>What layout needs to know besides the tree.</summary>
/// <param name="Shaper">Turns words into letters.</param>
/// <param name="Pages">What is known of the page numbers.</param>
internal sealed record Setting(Shaper Shaper, PageNumbers Pages)
{
    /// <summary>The height of a page's content, in points.</summary>
    public float Room { get; init; } = float.MaxValue;

    /// <summary>Breaks paragraphs into lines; keeps its working memory from one to the next.</summary>
    public LineBreaker LineBreaker { get; } = new();

    /// <summary>Turns paragraphs into words.</summary>
    public Paragraph Paragraph { get; } = new(Shaper);
}

/// <summary>Page numbers, as far as they are known: a report is laid out once to learn them and, when it quotes one,
/// again to print it.</summary>
/// <param name="Current">The page being laid out; 0 in the content, which is laid out before it is cut into pages.</param>
/// <param name="Count">The number of pages.</param>
/// <param name="OfSection">The page that each section with a key starts on.</param>
internal sealed record PageNumbers(int Current, int Count, IReadOnlyDictionary<string, int> OfSection)
{
    /// <summary>Whether layout asked for a number, so that it has to be right.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>The number as text.</summary>
    public string Quote(Func<PageNumbers, int> number)
    {
        IsQuoted = true;
        return number(this).ToString();
    }

    /// <summary>Whether layout with the other numbers would be the same.</summary>
    public bool Agrees(PageNumbers other) => Count == other.Count && OfSection.Count == other.OfSection.Count
        && OfSection.All(entry => other.OfSection.TryGetValue(entry.Key, out var page) && page == entry.Value);
}
