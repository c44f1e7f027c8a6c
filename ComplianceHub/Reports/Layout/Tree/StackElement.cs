namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Nodes below each other.</summary>
internal sealed class StackElement(IReadOnlyList<Element> elements) : Element
{
    public override IEnumerable<string> Lines() => elements.SelectMany(element => element.Lines());

    public override Block Layout(float width, Setting setting)
    {
        if (elements.Count == 1)
            return elements[0].Layout(width, setting);
        var blocks = new Block[elements.Count];
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = setting.Once(elements[i], width, static (element, width, setting) => element.Layout(width, setting));
        return new Stack(blocks) { KeepsWithNext = KeepsWithNext };
    }
}

/// <summary>Space between two nodes, in points.</summary>
internal sealed class GapElement(float height) : Element
{
    public override IEnumerable<string> Lines() => [];

    public override Block Layout(float width, Setting setting) => new Gap(height);
}

/// <summary>What follows starts on a new page.</summary>
internal sealed class PageEndElement : Element
{
    public override IEnumerable<string> Lines() => ["---"];

    public override Block Layout(float width, Setting setting) => new PageEnd();
}

/// <summary>The start of a section, an entry of the outline.</summary>
internal sealed class SectionElement(string title, int level, string? key) : Element
{
    public override IEnumerable<string> Lines() => [$"{new string('#', level)} {title}"];

    public override Block Layout(float width, Setting setting) => new SectionStart(title, level, key) { KeepsWithNext = true };
}
