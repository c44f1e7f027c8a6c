using System.Text;
using ComplianceHub.Reports.Layout.Pdf;
using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Cuts the content of a report into sheets, and puts header and footer on each. Margins are those of the visual
/// rules: 18 mm at the sides, 15 above, 14 below.</summary>
internal sealed class Pagination(PageSize size, Element? header, Element? footer, Shaper shaper)
{
    // A page number that grows from 9 to 10 may move a line; the third layout is the last.
    private const int MostLayouts = 3;

    private static readonly float Side = 18.Millimetres();
    private static readonly float Top = 15.Millimetres();
    private static readonly float Foot = 14.Millimetres();

    private readonly Dictionary<object, Kept> _kept = new(ReferenceEqualityComparer.Instance);

    private float Width => size.Width - (2 * Side);

    /// <summary>The sheets in order; at least one.</summary>
    /// <param name="content">What stands between header and footer.</param>
    /// <param name="note">Added at the end when some characters have no font.</param>
    public IReadOnlyList<Sheet> Cut(Element content, Func<IReadOnlyCollection<Rune>, Element> note)
    {
        var pages = new PageNumbers(0, 0, new Dictionary<string, int>());
        var parts = Parts(content, note, pages);
        for (var layout = 1; layout < MostLayouts && pages.IsQuoted; layout++)
        {
            var known = new PageNumbers(0, parts.Count, Sections(parts));
            if (known.Agrees(pages))
                break;
            pages = known;
            parts = Parts(content, note, pages);
        }
        return [.. parts.Select((part, i) => SheetOf(part, new(i + 1, parts.Count, Sections(parts))))];
    }

    private List<Block> Parts(Element content, Func<IReadOnlyCollection<Rune>, Element> note, PageNumbers pages)
    {
        // Header and footer quote the page; that alone is no reason to lay out the content again.
        var margins = new Setting(shaper, new(0, 0, pages.OfSection));
        var room = size.Height - Top - Foot - Height(header, margins) - Height(footer, margins);
        var setting = new Setting(shaper, pages) { Room = room, Kept = _kept };
        var block = content.Layout(Width, setting);
        if (shaper.Missing.Count > 0)
            block = new Stack([block, note(shaper.Missing).Layout(Width, setting)]);
        var parts = new List<Block>();
        for (var rest = block; rest is not null;)
        {
            var (here, next) = rest.Height <= room && rest is not Stack ? new(rest, null) : rest.Tear(room, isFresh: true);
            parts.Add(here!);
            rest = next;
        }
        return parts;
    }

    private float Height(Element? element, Setting setting) => element?.Layout(Width, setting).Height ?? 0;

    private Sheet SheetOf(Block content, PageNumbers pages)
    {
        var setting = new Setting(shaper, pages);
        var top = header?.Layout(Width, setting);
        var foot = footer?.Layout(Width, setting);
        var blocks = new List<(Block, float, float)>();
        if (top is not null)
            blocks.Add((top, Side, Top));
        blocks.Add((content, Side, Top + (top?.Height ?? 0)));
        if (foot is not null)
            blocks.Add((foot, Side, size.Height - Foot - foot.Height));
        return new(blocks);
    }

    private static Dictionary<string, int> Sections(List<Block> parts)
    {
        var sections = new Dictionary<string, int>();
        for (var i = 0; i < parts.Count; i++)
            foreach (var start in Starts(parts[i]))
                if (start.Key is { } key)
                    sections.TryAdd(key, i + 1);
        return sections;
    }

    private static IEnumerable<SectionStart> Starts(Block block) => block switch
    {
        SectionStart start => [start],
        Stack stack => stack.Parts().SelectMany(Starts),
        _ => [],
    };
}
