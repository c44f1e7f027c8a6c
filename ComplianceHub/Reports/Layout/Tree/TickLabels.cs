namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Short labels centred below places of a scale from 0 to 100.</summary>
internal sealed class TickLabels(IReadOnlyList<(int At, string Text)> labels, TextStyle style) : Element
{
    public override IEnumerable<string> Lines() => [];

    public override Block Layout(float width, Setting setting)
    {
        var parts = new Placed[labels.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var label = new PlainText(labels[i].Text, style).Layout(width, setting);
            parts[i] = new(label, (width * labels[i].At / 100) - (label.NaturalWidth / 2));
        }
        return new Beside(parts, width, RowAlignment.Top);
    }
}
