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

    /// <summary>What an earlier layout of the same rendering made of nodes that quote no page; null when nothing is kept.</summary>
    public Dictionary<object, Kept>? Kept { get; init; }

    /// <summary>Lays a node out, unless an earlier layout at this width has done it.</summary>
    /// <param name="node">An element, or a row of a table.</param>
    /// <param name="width">In points.</param>
    /// <param name="layout">Makes the block.</param>
    public TBlock Once<TNode, TBlock>(TNode node, float width, Func<TNode, float, Setting, TBlock> layout)
        where TNode : class
        where TBlock : Block
    {
        if (Kept is null)
            return layout(node, width, this);
        if (Kept.TryGetValue(node, out var kept) && kept.Width == width)
            return (TBlock)kept.Block;
        var quotes = Pages.Quotes;
        var block = layout(node, width, this);
        if (Pages.Quotes == quotes)
            Kept[node] = new(block, width);
        return block;
    }

    /// <summary>Breaks paragraphs into lines; keeps its working memory from one to the next.</summary>
    public LineBreaker LineBreaker { get; } = new();

    /// <summary>Turns paragraphs into words.</summary>
    public Paragraph Paragraph { get; } = new(Shaper);
}

/// <summary>A block that a second layout need not make again.</summary>
/// <param name="Block">Blocks never change.</param>
/// <param name="Width">The width it was laid out at, in points.</param>
internal readonly record struct Kept(Block Block, float Width);

/// <summary>Page numbers, as far as they are known: a report is laid out once to learn them and, when it quotes one,
/// again to print it.</summary>
/// <param name="Current">The page being laid out; 0 in the content, which is laid out before it is cut into pages.</param>
/// <param name="Count">The number of pages.</param>
/// <param name="OfSection">The page that each section with a key starts on.</param>
internal sealed record PageNumbers(int Current, int Count, IReadOnlyDictionary<string, int> OfSection)
{
    /// <summary>Whether layout asked for a number, so that it has to be right.</summary>
    public bool IsQuoted => Quotes > 0;

    /// <summary>How often layout asked for a number.</summary>
    public int Quotes { get; private set; }

    /// <summary>The number as text.</summary>
    public string Quote(Func<PageNumbers, int> number)
    {
        Quotes++;
        return number(this).ToString();
    }

    /// <summary>Whether layout with the other numbers would be the same.</summary>
    public bool Agrees(PageNumbers other) => Count == other.Count && OfSection.Count == other.OfSection.Count
        && OfSection.All(entry => other.OfSection.TryGetValue(entry.Key, out var page) && page == entry.Value);
}
