using System.Globalization;

namespace ComplianceHub.Reports.Layout.Pdf;

/// <summary>The table of contents that a reader shows beside the pages (ISO 32000-1, 12.3.3).</summary>
internal static class PdfOutline
{
    private sealed class Entry(Bookmark? bookmark, Entry? parent)
    {
        public Bookmark? Bookmark => bookmark;

        public Entry? Parent => parent;

        public List<Entry> Children { get; } = [];

        public int Position { get; } = parent?.Children.Count ?? 0;

        public int Number { get; set; }

        public IEnumerable<Entry> Descendants() => Children.SelectMany(child => child.Descendants().Prepend(child));
    }

    /// <summary>Appends the outline. Bookmarks come in the order of the pages.</summary>
    public static void Add(PdfUpdate update, IReadOnlyList<Bookmark> bookmarks, float pageHeight)
    {
        // The language helps readers that speak; reports are written in English.
        update.SetInCatalog("/Lang", "(en-GB)");
        if (bookmarks.Count == 0)
            return;
        var root = Tree(bookmarks);
        var (number, pages) = (update.Next, update.Pages);
        root.Number = number++;
        foreach (var entry in root.Descendants())
            entry.Number = number++;
        update.Add($"<</Type /Outlines\n{Children(root)}>>");
        foreach (var entry in root.Descendants())
            update.Add(Body(entry, pages, pageHeight));
        update.SetInCatalog("/Outlines", $"{root.Number} 0 R");
        update.SetInCatalog("/PageMode", "/UseOutlines");
    }

    private static Entry Tree(IReadOnlyList<Bookmark> bookmarks)
    {
        var root = new Entry(null, null);
        var current = root;
        foreach (var bookmark in bookmarks)
        {
            while (current.Bookmark is { } open && open.Level >= bookmark.Level)
                current = current.Parent!;
            var entry = new Entry(bookmark, current);
            current.Children.Add(entry);
            current = entry;
        }
        return root;
    }

    private static string Body(Entry entry, IReadOnlyList<int> pages, float pageHeight)
    {
        var bookmark = entry.Bookmark!.Value;
        var siblings = entry.Parent!.Children;
        var at = entry.Position;
        var top = (pageHeight - bookmark.Y).ToString("0.##", CultureInfo.InvariantCulture);
        return $"<</Title {PdfUpdate.Text(bookmark.Title)}\n/Parent {entry.Parent.Number} 0 R\n"
            + (at > 0 ? $"/Prev {siblings[at - 1].Number} 0 R\n" : "")
            + (at + 1 < siblings.Count ? $"/Next {siblings[at + 1].Number} 0 R\n" : "")
            + (entry.Children.Count > 0 ? Children(entry) : "")
            + $"/Dest [{pages[bookmark.Page]} 0 R /XYZ 0 {top} null]>>";
    }

    // Chapters are listed at once, their sections when a reader opens them: a negative count.
    private static string Children(Entry entry)
    {
        var count = entry.Bookmark is null ? entry.Children.Count : -entry.Children.Count;
        return $"/First {entry.Children[0].Number} 0 R\n/Last {entry.Children[^1].Number} 0 R\n/Count {count}\n";
    }
}
