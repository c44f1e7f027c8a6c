using ComplianceHub.Reports.Layout.Tree;

namespace ComplianceHub.Reports.Layout;

/// <summary>The page of a report being composed: what stands above and below on every sheet, and the content between.</summary>
public sealed class Page
{
    internal Page()
    {
    }

    internal Element? HeaderTree { get; private set; }

    internal Element? FooterTree { get; private set; }

    internal Element ContentTree { get; private set; } = new StackElement([]);

    /// <summary>What stands above the content of every sheet.</summary>
    public void Header(Action<Column> body) => HeaderTree = Column.Compose(body, TextStyle.Label);

    /// <summary>What stands below the content of every sheet; the only place, with the header, for the page number.</summary>
    public void Footer(Action<Column> body) => FooterTree = Column.Compose(body, TextStyle.Foot);

    /// <summary>The content, which fills as many sheets as it needs.</summary>
    public void Content(Action<Column> body)
    {
        var column = new Column(TextStyle.Body, isFlow: true);
        body(column);
        ContentTree = column.ToElement();
    }

    /// <summary>The header of the visual rules: two texts over a rule.</summary>
    /// <param name="left">The shop and the report.</param>
    /// <param name="right">The day the report is of.</param>
    public void RunningHead(string left, string right) => Header(header => header
        .Row(row => row
            .Relative(1, cell => cell.Text(left))
            .Auto(cell => cell.Text(right)), gap: 12)
        .Space(2.2f.Millimetres()).Rule().Space(5.5f.Millimetres()));

    /// <summary>The footer of the visual rules: a rule over a text and the page number.</summary>
    /// <param name="left">What the report was made from: snapshot hash and catalogue version.</param>
    public void RunningFoot(string left) => Footer(footer => footer
        .Space(3.Millimetres()).Rule().Space(2.2f.Millimetres())
        .Row(row => row
            .Relative(1, cell => cell.Text(left))
            .Auto(cell => cell.Text(text => text.Span("Page ").PageNumber().Span(" of ").PageCount())), gap: 12));
}
