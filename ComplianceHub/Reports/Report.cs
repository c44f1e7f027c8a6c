using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>A document about one shop on one day, made from a snapshot alone: the same data make the same bytes.</summary>
/// <param name="name">Stands in addresses and on the command line.</param>
/// <param name="title">What the document is.</param>
/// <param name="use">What it is for, in a sentence.</param>
/// <param name="contents">Its parts, in order.</param>
public abstract class Report(string name, string title, string use, params string[] contents)
{
    /// <summary>Its name in addresses and on the command line, for example record-of-processing.</summary>
    public string Name { get; } = name;

    /// <summary>What the document is.</summary>
    public string Title { get; } = title;

    /// <summary>What it is for, in a sentence.</summary>
    public string Use { get; } = use;

    /// <summary>Its parts in order, a few words each.</summary>
    public IReadOnlyList<string> Contents { get; } = contents;

    /// <summary>Composes the document of a shop.</summary>
    public ReportDocument Compose(ShopSnapshot shop, PageSize size)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var hash = SnapshotHash.Of(shop);
        return ReportDocument.Of($"{shop.Shop.Name}: {Title}", size, page =>
        {
            page.RunningHead($"{ReportWords.Short(shop.Shop.Name, 80)} · {Title}", $"As of {ReportWords.Day(shop.AsOf)}");
            page.RunningFoot($"Snapshot {Sha256Text.Short(hash)} · catalogue {Regulations.CatalogueVersion}");
            page.Content(content => Write(content, shop, hash));
        });
    }

    /// <summary>The name of the file, with shop and day.</summary>
    public string FileName(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return $"{shop.Shop.Slug}-{Name}-{shop.AsOf:yyyy-MM-dd}.pdf";
    }

    /// <summary>Writes what stands between head and foot.</summary>
    /// <param name="content">Receives it.</param>
    /// <param name="shop">The shop on its day.</param>
    /// <param name="hash">The hash of the snapshot, which takes longer to compute than most chapters.</param>
    protected abstract void Write(Column content, ShopSnapshot shop, string hash);
}
