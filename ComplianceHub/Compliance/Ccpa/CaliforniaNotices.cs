using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>The notices that people in California can read.</summary>
internal static class CaliforniaNotices
{
    /// <summary>Whether people can read a notice: published, with an address.</summary>
    public static bool IsPublic(ShopSnapshot shop, Notice notice) =>
        notice.PublishedOn is { } published && shop.Reached(published) && !string.IsNullOrWhiteSpace(notice.Url);

    /// <summary>The public notices of a kind, those that say most first.</summary>
    public static IEnumerable<Notice> Published(ShopSnapshot shop, NoticeKind kind) =>
        shop.Notices.Where(notice => notice.Kind == kind && IsPublic(shop, notice))
            .OrderByDescending(notice => NoticeFlags.Of(kind).Count(point => notice.Says(point.Code)))
            .ThenByDescending(notice => notice.PublishedOn)
            .ThenBy(notice => notice.Id);

    /// <summary>The record to repair for a kind of notice: the best public one, else an unpublished one, else the shop.</summary>
    public static (RecordRef Record, FixAction Action) ToRepair(ShopSnapshot shop, NoticeKind kind)
    {
        var notice = Published(shop, kind).FirstOrDefault()
            ?? shop.Notices.Where(notice => notice.Kind == kind).OrderBy(notice => notice.Id).FirstOrDefault();
        return notice is null ? (shop.Shop.Ref(), FixAction.AddNotice) : (notice.Ref(), FixAction.OpenRecord);
    }
}
