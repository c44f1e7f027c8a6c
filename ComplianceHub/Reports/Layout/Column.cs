using ComplianceHub.Reports.Layout.Tree;
using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout;

/// <summary>Things below each other: the content of a page, of a cell, of a box. Text given to it may be anything a user
/// typed: it is cleaned, broken into lines and printed, never interpreted. Lengths are in points.</summary>
public sealed partial class Column
{
    private readonly List<Element> _elements = [];
    private readonly int _level;
    private readonly bool _isFlow;

    /// <param name="style">Of text that brings none.</param>
    /// <param name="level">Of the sections around it.</param>
    /// <param name="isFlow">Whether pages may end in it wherever they must.</param>
    internal Column(TextStyle style, int level = 0, bool isFlow = false) =>
        (Style, _level, _isFlow) = (style, level, isFlow);

    /// <summary>The style of text that brings none.</summary>
    public TextStyle Style { get; }

    /// <summary>A paragraph.</summary>
    public Column Text(string text, TextStyle? style = null) => Add(Plain(text, style ?? Style));

    /// <summary>A paragraph of several spans.</summary>
    public Column Text(Action<TextBlock> compose, TextStyle? style = null)
    {
        var block = new TextBlock(style ?? Style);
        compose(block);
        return Add(new TextElement([.. block.Parts], block.Style));
    }

    /// <summary>A sign and its word, semi-bold: "● Partial".</summary>
    public Column Outcome(Mark mark, string word, TextStyle? style = null) =>
        Text(text => text.Mark(mark).Strong(word), style);

    /// <summary>A point of a list, with the text hanging behind a dot.</summary>
    public Column Point(string text, TextStyle? style = null) => Row(row => row
        .Constant(8, dot => dot.Text("•", style ?? Style))
        .Relative(1, point => point.Text(text, style ?? Style)));

    /// <summary>Parts beside each other.</summary>
    /// <param name="compose">Adds the parts.</param>
    /// <param name="gap">Between two parts.</param>
    /// <param name="alignment">Of parts lower than the row.</param>
    public Column Row(Action<Row> compose, float gap = 0, RowAlignment alignment = RowAlignment.Top)
    {
        var row = new Row(Style);
        compose(row);
        return Add(new RowElement(row.Items, gap, alignment));
    }

    /// <summary>A table. Its head is repeated on every page, rows are torn only when they are tall.</summary>
    public Column Table(Action<Table> compose)
    {
        var table = new Table();
        compose(table);
        return Add(table.Element());
    }

    /// <summary>Labels and what they stand for, below each other, without rules.</summary>
    /// <param name="labelWidth">Width of the labels.</param>
    /// <param name="facts">In order.</param>
    public Column Facts(float labelWidth, params IEnumerable<(string Label, string Value)> facts) => Table(table =>
    {
        table.Columns(columns => columns.Constant(labelWidth).Relative(1)).WithoutRules();
        foreach (var (label, value) in facts)
            table.Row(row => row.Cell(cell => cell.Text(label, TextStyle.Cell.Grey())).Cell(value));
    });

    /// <summary>A section with its title as heading. Sections inside it are one level deeper in the outline.</summary>
    /// <param name="title">In the heading and in the outline.</param>
    /// <param name="body">What belongs to it.</param>
    /// <param name="key">The name by which text quotes its page (<see cref="TextBlock.PageOf"/>).</param>
    public Column Section(string title, Action<Column> body, string? key = null)
    {
        var style = _level switch { 0 => TextStyle.Chapter, 1 => TextStyle.Heading, _ => TextStyle.Minor };
        return Section(title, heading => heading.Text(title, style).Space(_level == 0 ? 5 : 3), body, key);
    }

    /// <summary>A section with a heading of its own look, which is never the last thing on a page.</summary>
    /// <param name="title">In the outline.</param>
    /// <param name="heading">Writes the heading.</param>
    /// <param name="body">What belongs to it.</param>
    /// <param name="key">The name by which text quotes its page.</param>
    public Column Section(string title, Action<Column> heading, Action<Column> body, string? key = null)
    {
        Add(new SectionElement(PrintableText.Of(title).Replace('\n', ' '), _level + 1, key));
        var top = new Column(Style, _level + 1);
        heading(top);
        foreach (var element in top._elements)
            element.KeepsWithNext = true;
        _elements.AddRange(top._elements);
        var content = new Column(Style, _level + 1, _isFlow);
        body(content);
        _elements.AddRange(content._elements);
        return this;
    }

    /// <summary>Empty space. It vanishes where a page ends.</summary>
    public Column Space(float height) => Add(new GapElement(height));

    /// <summary>What follows starts on a new page. Allowed in the content of the page and its sections.</summary>
    /// <exception cref="InvalidOperationException">This is a cell, a box or the like.</exception>
    public Column PageBreak() => _isFlow
        ? Add(new PageEndElement())
        : throw new InvalidOperationException("A page break belongs in the content of the page, not in a cell or a box.");

    /// <summary>Content that moves to the next page rather than being torn, unless it is taller than a page.</summary>
    public Column KeepTogether(Action<Column> body) => Add(new WholeElement(Inner(body)));

    /// <summary>Content that must hold on one page: the first of several versions that does, or else the last.</summary>
    /// <param name="versions">The fullest first.</param>
    public Column Fitting(params IEnumerable<Action<Column>> versions) => Add(new FittingElement([.. versions.Select(Inner)]));

    internal static Element Compose(Action<Column> body, TextStyle style)
    {
        var column = new Column(style);
        body(column);
        return column.ToElement();
    }

    internal static PlainText Plain(string text, TextStyle style) => new(PrintableText.Of(text), style);

    internal Element ToElement() => _elements.Count == 1 ? _elements[0] : new StackElement(_elements);

    private Element Inner(Action<Column> body)
    {
        var column = new Column(Style, _level);
        body(column);
        return column.ToElement();
    }

    private Column Add(Element element)
    {
        _elements.Add(element);
        return this;
    }
}
