namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Versions of the same content, the fullest first: the first that fits on a page is printed, or else the last.</summary>
internal sealed class FittingElement(IReadOnlyList<Element> versions) : Element
{
    public override IEnumerable<string> Lines() => versions[0].Lines();

    public override Block Layout(float width, Setting setting)
    {
        var block = versions[0].Layout(width, setting);
        for (var i = 1; i < versions.Count && block.Height > setting.Room; i++)
            block = versions[i].Layout(width, setting);
        return block;
    }
}
