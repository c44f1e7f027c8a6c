using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Something drawn that is not text: a rule, a bar, a sign.</summary>
/// <param name="text">What it says, for tests; null when it says nothing.</param>
/// <param name="height">In points.</param>
/// <param name="draw">Surface, x, y, width.</param>
/// <param name="width">In points; null for the whole width.</param>
internal sealed class Drawing(string? text, float height, Action<PageSurface, float, float, float> draw, float? width = null) : Element
{
    public override IEnumerable<string> Lines() => text is null ? [] : [text];

    public override Block Layout(float available, Setting setting) =>
        new Drawn(width ?? available, height, draw) { KeepsWithNext = KeepsWithNext };

    private sealed class Drawn(float width, float height, Action<PageSurface, float, float, float> draw) : Block
    {
        public override float Height => height;

        public override float NaturalWidth => width;

        public override void Draw(PageSurface page, float x, float y) => draw(page, x, y, width);
    }
}
