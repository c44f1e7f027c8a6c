using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Space between two blocks, in points.</summary>
internal sealed class Gap(float height) : Block
{
    public override float Height => height;

    public override void Draw(PageSurface page, float x, float y)
    {
    }
}

/// <summary>What follows starts on a new page.</summary>
internal sealed class PageEnd : Block
{
    public override float Height => 0;

    public override void Draw(PageSurface page, float x, float y)
    {
    }
}

/// <summary>The place where a section starts: an entry of the document's outline.</summary>
/// <param name="title">As it stands in the outline.</param>
/// <param name="level">1 for a chapter.</param>
/// <param name="key">The name by which text quotes its page; may be null.</param>
internal sealed class SectionStart(string title, int level, string? key) : Block
{
    public override float Height => 0;

    /// <summary>The name by which text quotes its page.</summary>
    public string? Key => key;

    public override void Draw(PageSurface page, float x, float y) => page.Bookmark(title, level, y);
}
