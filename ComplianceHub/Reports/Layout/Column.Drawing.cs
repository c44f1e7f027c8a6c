using ComplianceHub.Reports.Layout.Tree;
using ComplianceHub.Reports.Layout.Typesetting;
using QRCoder;

namespace ComplianceHub.Reports.Layout;

/// <summary>Rules, frames and bars.</summary>
public sealed partial class Column
{
    private static readonly float BoxRadius = 1.6f.Millimetres();
    private static readonly float BarHeight = 3.Millimetres();

    /// <summary>A line across the whole width: between blocks, and thick and red above a failing requirement.</summary>
    public Column Rule(Ink? ink = null, float thickness = 0.5f) =>
        Add(new Drawing(null, thickness, (page, x, y, width) => page.Fill(x, y, width, thickness, ink ?? Ink.Rule)));

    /// <summary>Empty space around content.</summary>
    public Column Padding(Action<Column> body, float left = 0, float top = 0, float right = 0, float bottom = 0) =>
        Add(new FramedElement(Inner(body), new Frame(left, top, right, bottom)));

    /// <summary>Content in a frame with round corners.</summary>
    public Column Box(Action<Column> body) => Add(new FramedElement(Inner(body),
        new Frame(4.Millimetres(), 3.6f.Millimetres(), 4.Millimetres(), 3.6f.Millimetres())
        {
            Decoration = (page, x, y, width, height) => page.Outline(x, y, width, height, BoxRadius, 0.5f, Ink.Rule),
        }));

    /// <summary>A frame as wide as its text, for the state of a report: "Signed".</summary>
    public Column Badge(Action<TextBlock> compose, Ink ink) => Add(new FramedElement(
        Inner(inner => inner.Text(compose)), new Frame(2.2f.Millimetres(), 1.2f.Millimetres(), 2.2f.Millimetres(), 1.2f.Millimetres())
        {
            Decoration = (page, x, y, width, height) => page.Outline(x, y, width, height, 1.2f.Millimetres(), 0.75f, ink),
        }, shrinks: true));

    /// <summary>Content with a rule at its left edge: violet (<see cref="Ink.Stated"/>) for what a person stated, red for
    /// what fails.</summary>
    public Column LeftRule(Ink ink, Action<Column> body) => Add(new FramedElement(Inner(body),
        new Frame(1.5f + 3.Millimetres(), 0, 0, 0)
        {
            Decoration = (page, x, y, _, height) => page.Fill(x, y, 1.5f, height, ink),
        }));

    /// <summary>What is not assessed or not recorded: a frame hatched at its left, so that it never looks done.</summary>
    public Column Hatched(Action<Column> body) => Add(new FramedElement(Inner(body),
        new Frame(6.Millimetres(), 2.Millimetres(), 3.Millimetres(), 2.Millimetres())
        {
            Decoration = (page, x, y, width, height) =>
            {
                page.Hatch(x, y, 3.Millimetres(), height, 0, 0.5f, 3, Ink.Neutral);
                page.Outline(x, y, width, height, 0, 0.5f, Ink.Rule);
            },
        }));

    /// <summary>A score from 0 to 100 as a bar with ticks at the limits of the bands, 50, 75 and 90.</summary>
    /// <param name="score">Null when nothing is assessed: the whole bar is hatched.</param>
    /// <param name="ink">The colour of the band.</param>
    /// <param name="withoutCap">What the score would be if no failing requirement held it back; the difference is hatched
    /// in red.</param>
    public Column ScoreBar(int? score, Ink ink, int? withoutCap = null)
    {
        var text = score is null ? "(bar: not assessed)"
            : withoutCap > score ? $"(bar: {score} of 100, {withoutCap} without the cap)" : $"(bar: {score} of 100)";
        return Add(new Drawing(text, BarHeight + 3, (page, x, y, width) =>
        {
            page.FillRound(x, y, width, BarHeight, BarHeight / 2, Ink.Track);
            if (score is not { } points)
                page.Hatch(x, y, width, BarHeight, BarHeight / 2, 0.5f, 3, Ink.Neutral);
            else
                page.Within(x, y, width, BarHeight, BarHeight / 2, () => DrawPoints(page, x, y, width, points, ink, withoutCap));
            foreach (var limit in (int[])[50, 75, 90])
                page.Fill(x + (width * limit / 100) - 0.25f, y, 0.5f, BarHeight + 1, Ink.Tick);
        })).TickLabels();
    }

    /// <summary>A QR code of medium correction (level M), as squares that are sharp at any size.</summary>
    /// <param name="content">What a camera reads.</param>
    /// <param name="size">Width and height, in points; the paper around it must stay empty.</param>
    public Column QrCode(string content, float size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        // The generator's own empty edge, four modules, is left to the page.
        bool[][] rows = [.. code.ModuleMatrix.Skip(4).SkipLast(4).Select(row => row.Cast<bool>().Skip(4).SkipLast(4).ToArray())];
        return Add(new Drawing($"(QR code: {PrintableText.Of(content)})", size, (page, x, y, _) => DrawModules(page, x, y, size / rows.Length, rows), size));
    }

    // Neighbours in a row are one field, so that no printer leaves a hair between them.
    private static void DrawModules(Pdf.PageSurface page, float x, float y, float module, bool[][] rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            for (var begin = 0; begin < rows[row].Length; begin++)
            {
                var end = begin;
                while (end < rows[row].Length && rows[row][end])
                    end++;
                if (end > begin)
                    page.Fill(x + (begin * module), y + (row * module), (end - begin) * module, module, new Ink(0, 0, 0));
                begin = end;
            }
        }
    }

    private static void DrawPoints(Pdf.PageSurface page, float x, float y, float width, int score, Ink ink, int? withoutCap)
    {
        var end = x + (width * Math.Clamp(score, 0, 100) / 100);
        page.Fill(x, y, end - x, BarHeight, ink);
        if (withoutCap is not { } uncapped || uncapped <= score)
            return;
        var held = width * (Math.Clamp(uncapped, 0, 100) - Math.Clamp(score, 0, 100)) / 100;
        page.Fill(end, y, held, BarHeight, new Ink(255, 255, 255));
        page.Hatch(end, y, held, BarHeight, 0, 0.7f, 3, Ink.Fail);
        page.Outline(end - 0.5f, y, held + 0.5f, BarHeight, 0, 0.5f, Ink.Fail);
    }

    private Column TickLabels()
    {
        var style = TextStyle.Label with { Size = 6.75f, LineHeight = 8, Tabular = true };
        return Add(new TickLabels([(50, "50"), (75, "75"), (90, "90")], style)).Space(2);
    }
}
